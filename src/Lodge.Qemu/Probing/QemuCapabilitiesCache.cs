using System.Collections.Concurrent;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Probing;

/// <summary>
/// Asks each QEMU binary once; what it answered is kept in memory and on disk until the binary changes.
/// </summary>
/// <param name="folder">Where it is kept on disk.</param>
/// <param name="isKvmUsable">Tells whether KVM really runs guests on this host.</param>
/// <param name="learned">Called when a binary was asked.</param>
internal sealed class QemuCapabilitiesCache(string folder, Func<bool> isKvmUsable, Action? learned = null)
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Gives what a binary can do.</summary>
    /// <exception cref="VirException">There is no such binary, or it cannot be asked.</exception>
    public ValueTask<QemuCapabilities> GetAsync(string binary, CancellationToken cancellationToken)
    {
        var identity = BinaryIdentity.Of(binary, isKvmUsable()) ?? throw NoBinary(binary);
        var entry = _entries.GetOrAdd(binary, static _ => new Entry());
        return entry.Known is { } known && known.Facts.Identity == identity
            ? ValueTask.FromResult(known)
            : new ValueTask<QemuCapabilities>(FindAsync(entry, binary, identity, cancellationToken));
    }

    private async Task<QemuCapabilities> FindAsync(
        Entry entry, string binary, BinaryIdentity identity, CancellationToken cancellationToken)
    {
        await entry.OneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (entry.Known is { } known && known.Facts.Identity == identity) return known;
            if (Load(binary) is { } stored && stored.Facts.Identity == identity) return entry.Known = stored;
            CreateFolder();
            var probed = new QemuCapabilities(
                await new QemuProber(folder).ProbeAsync(binary, identity, cancellationToken));
            Store(binary, probed);
            entry.Known = probed;
            learned?.Invoke();
            return probed;
        }
        finally
        {
            entry.OneAtATime.Release();
        }
    }

    private QemuCapabilities? Load(string binary)
    {
        try
        {
            using var stream = File.OpenRead(PathOf(binary));
            return QemuCapabilities.Read(stream);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // Missing or damaged: the binary is asked again, and the file is written anew.
            return null;
        }
    }

    private void Store(string binary, QemuCapabilities capabilities)
    {
        var path = PathOf(binary);
        var half = path + ".new";
        try
        {
            using (var stream = File.Create(half)) capabilities.Write(stream);
            File.Move(half, path, overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // A cache that cannot be written only costs time at the next start.
            if (File.Exists(half)) File.Delete(half);
        }
    }

    private void CreateFolder() => Directory.CreateDirectory(
        folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    private string PathOf(string binary) =>
        Path.Combine(folder, Uri.EscapeDataString(binary) + ".json");

    private static VirException NoBinary(string binary) => new(
        VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
        VirErrorDomain.VIR_FROM_QEMU,
        $"Cannot check QEMU binary {binary}: No such file or directory");

    private sealed class Entry
    {
        public SemaphoreSlim OneAtATime { get; } = new(1, 1);

        public QemuCapabilities? Known { get; set; }
    }
}
