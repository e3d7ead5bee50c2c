using System.Text;
using Lodge.Model.Domain;
using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Storage.Pools;
using Lodge.Storage.Volumes;
using Lodge.Storage.Volumes.Local;

namespace Lodge.Storage.Tests.Volumes;

/// <summary>A driver with one active pool over a folder of its own, and a keeper of one passphrase.</summary>
internal sealed class FolderPoolBench : IStorageSecrets, IDisposable
{
    public static readonly Guid Secret = Guid.Parse("11111111-2222-3333-4444-555555555555");

    private FolderPoolBench()
    {
        var reader = new ImageVolumeReader();
        Directory.CreateDirectory(Folder["pool"]);
        Driver = new StorageDriver(new PoolStoreInMemory(), new StorageDriverOptions
        {
            VolumeReader = reader,
            Secrets = this,
            FileVolumes = new LocalVolumes(reader, this, Folder["secrets"]),
            FindGuest = path => path == UsedPath ? "web" : null,
        });
    }

    public TemporaryFolder Folder { get; } = new();

    public StorageDriver Driver { get; }

    public StoragePool Pool { get; private set; } = null!;

    /// <summary>The image that a guest is said to use.</summary>
    public string? UsedPath { get; set; }

    private static CancellationToken Never => CancellationToken.None;

    public static async Task<FolderPoolBench> OpenAsync()
    {
        var bench = new FolderPoolBench();
        bench.Pool = await bench.Driver.CreateAsync(
            $"<pool type='dir'><name>p</name><target><path>{bench.Folder["pool"]}</path></target></pool>", null, Never);
        return bench;
    }

    /// <summary>Where a volume of the pool lies.</summary>
    public string this[string name] => Path.Combine(Folder["pool"], name);

    public async Task<StorageVolumeDefinition> CreateAsync(
        string name,
        string size = "1048576",
        string format = "raw",
        string more = "",
        VirStorageVolCreateFlags flags = default) =>
        (await Driver.CreateVolumeAsync(Pool, Xml(name, size, format, more), flags, Never)).Definition;

    public async Task<StorageVolumeDefinition> CloneAsync(
        string from, string name, string format = "raw", string more = "", VirStorageVolCreateFlags flags = default) =>
        (await Driver.CloneVolumeAsync(Pool, Xml(name, "0", format, more), "p", from, flags, Never)).Definition;

    public async Task<StorageVolumeDefinition> LookAsync(string name) =>
        await Driver.LookAsync(Pool, StorageDriver.FindVolume(Pool, name), Never);

    public Task ResizeAsync(string name, ulong size, VirStorageVolResizeFlags flags = default) =>
        Driver.ResizeVolumeAsync(Pool, name, size, flags, Never).AsTask();

    public Task DeleteAsync(string name, VirStorageVolDeleteFlags flags = default) =>
        Driver.DeleteVolumeAsync(Pool, name, flags, Never).AsTask();

    public Task WipeAsync(string name, VirStorageVolWipeAlgorithm algorithm = default) =>
        Driver.WipeVolumeAsync(Pool, name, algorithm, Never).AsTask();

    public byte[] Find(SecretUsage usage, SecretReference secret) => secret.Uuid == Secret
        ? Encoding.UTF8.GetBytes("open sesame")
        : throw new VirException(VirErrorNumber.VIR_ERR_NO_SECRET, VirErrorDomain.VIR_FROM_SECRET, "no such secret");

    public Guid? FindUuid(SecretUsage usage, string name) => name.EndsWith("default-secret", StringComparison.Ordinal)
        ? Secret
        : null;

    public void Dispose() => Folder.Dispose();

    private static string Xml(string name, string size, string format, string more)
    {
        var target = more.Contains("<target>", StringComparison.Ordinal)
            ? more.Replace("<target>", $"<target><format type='{format}'/>", StringComparison.Ordinal)
            : $"<target><format type='{format}'/></target>" + more;
        var escaped = System.Security.SecurityElement.Escape(name);
        return $"<volume><name>{escaped}</name><capacity>{size}</capacity>{target}</volume>";
    }
}
