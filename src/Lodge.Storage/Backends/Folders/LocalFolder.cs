using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Enumeration;
using Lodge.Model.Storage;
using Lodge.Protocol.Errors;
using Lodge.Storage.Native;
using Lodge.Storage.Pools;
using Lodge.Storage.Volumes;

namespace Lodge.Storage.Backends.Folders;

/// <summary>What pools of types dir, fs and netfs have in common: a folder whose files are the volumes.</summary>
internal static class LocalFolder
{
    private const uint DefaultMode = 0x1C9;    // 0711, libvirt's own
    private const uint ParentMode = 0x1FF;

    // What XML has no way to write.
    private static readonly SearchValues<char> Unwritable = SearchValues.Create(
        "\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000b\u000c\u000e\u000f"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");

    /// <summary>
    /// Makes the folder and those above it, or gives the one that is there the owner and mode asked for.
    /// </summary>
    public static void Build(StoragePoolDefinition pool)
    {
        var path = pool.TargetPath;
        if (path.LastIndexOf('/') is var slash && slash < 0)
            throw StorageError.Argument($"path '{path}' is not absolute");
        if (slash > 0)
            MakeParents(path[..slash]);

        var isNew = !FileFacts.TryGet(path, follow: true, out _);
        var mode = pool.Permissions.Mode ?? (isNew || pool.Type == StoragePoolType.Netfs ? DefaultMode : null);
        if (isNew && LibC.MakeFolder(path, mode ?? DefaultMode) < 0)
            throw StorageError.System($"failed to create directory '{path}'");
        try
        {
            SetPermissions(path, pool.Permissions, mode);
            if (pool.CopyOnWrite is { } copyOnWrite)
                CopyOnWrite.Set(path, copyOnWrite);
        }
        catch (VirException) when (isNew)
        {
            _ = LibC.RemoveFolder(path);
            throw;
        }
    }

    /// <summary>
    /// Reads every file of the folder; those that did not change since the last look are taken from it.
    /// </summary>
    public static PoolContents Refresh(
        StoragePoolDefinition pool, VolumeSet known, IVolumeReader reader, CancellationToken cancellation)
    {
        var folder = pool.TargetPath;
        var volumes = new ConcurrentBag<StorageVolumeDefinition>();
        try
        {
            var work = new ParallelOptions
            {
                CancellationToken = cancellation,
                MaxDegreeOfParallelism = Environment.ProcessorCount,
            };
            Parallel.ForEach(Names(folder), work, name =>
            {
                if (reader.Read($"{folder}/{name}", name, known.FindName(name)?.Definition) is { } volume)
                    volumes.Add(volume);
            });
        }
        catch (AggregateException several)
            when (several.InnerExceptions.OfType<VirException>().FirstOrDefault() is { } first)
        {
            throw first;
        }

        return new PoolContents(
            pool with { Permissions = PermissionsOf(folder) }, FileSystemSpace.Of(folder), volumes);
    }

    /// <summary>Takes the folder away, which must be empty.</summary>
    public static void Delete(StoragePoolDefinition pool)
    {
        if (LibC.RemoveFolder(pool.TargetPath) < 0)
            throw StorageError.System($"failed to remove pool '{pool.TargetPath}'");
    }

    // The kernel hands names out in blocks; files whose names no document could carry are passed over, as libvirt does.
    private static FileSystemEnumerable<string> Names(string folder)
    {
        if (!FileFacts.TryGet(folder, follow: true, out _))
            throw StorageError.System($"cannot open directory '{folder}'");
        var options = new EnumerationOptions
        {
            AttributesToSkip = 0,
            BufferSize = 64 * 1024,
            IgnoreInaccessible = false,
            ReturnSpecialDirectories = false,
        };
        try
        {
            return new FileSystemEnumerable<string>(
                folder, static (ref FileSystemEntry entry) => entry.FileName.ToString(), options)
            {
                ShouldIncludePredicate = static (ref FileSystemEntry entry) => !entry.FileName.ContainsAny(Unwritable),
            };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw StorageError.System(failure, $"cannot open directory '{folder}'");
        }
    }

    private static StoragePermissions PermissionsOf(string folder) =>
        FileFacts.TryGet(folder, follow: true, out var facts)
        ? new StoragePermissions { Mode = facts.Mode, Owner = facts.Owner, Group = facts.Group }
        : throw StorageError.System($"cannot stat path '{folder}'");

    private static void MakeParents(string path)
    {
        for (var slash = path.IndexOf('/', 1); ; slash = path.IndexOf('/', slash + 1))
        {
            var part = slash < 0 ? path : path[..slash];
            if (!FileFacts.TryGet(part, follow: true, out _) && LibC.MakeFolder(part, ParentMode) < 0)
                throw StorageError.System($"cannot create path '{path}'");
            if (slash < 0)
                return;
        }
    }

    private static void SetPermissions(string path, StoragePermissions asked, uint? mode)
    {
        const uint Unchanged = uint.MaxValue;
        if (!FileFacts.TryGet(path, follow: true, out var facts))
            throw StorageError.System($"stat of '{path}' failed");
        var (owner, group) = (asked.Owner ?? Unchanged, asked.Group ?? Unchanged);
        if (((owner != Unchanged && owner != facts.Owner) || (group != Unchanged && group != facts.Group))
            && LibC.ChangeOwner(path, owner, group) < 0)
            throw StorageError.System($"cannot chown '{path}' to ({owner}, {group})");
        if (mode is { } bits && LibC.ChangeMode(path, bits) < 0)
            throw StorageError.System($"cannot set mode of '{path}' to 0{Convert.ToString(bits, 8)}");
    }
}
