using static Lodge.Protocol.Constants.VirConnectListAllStoragePoolsFlags;

namespace Lodge.Cli.Virsh.Commands.StorageVolumes;

/// <summary><c>virsh vol-download</c>: download volume contents to a file.</summary>
internal static class VolDownloadCommand
{
    internal static Command Definition => new("vol-download", RunAsync)
    {
        Help = "download volume contents to a file",
        Description = "Download volume contents to a file",
        Options =
        [
            Option.Data("vol", "vol name, key or path", Completers.Volumes),
            Option.File("file"),
            Option.Text("pool", "pool name or uuid", Completers.Pools(VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE)),
            Option.Number("offset", "volume offset to download from"),
            Option.Number("length", "amount of data to download"),
            Option.Flag("sparse", "preserve sparseness of volume"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var offset = arguments.UInt64("offset") ?? 0;
        var length = arguments.UInt64Wrapped("length") ?? 0;
        var volume = await shell.VolumeAsync(arguments);
        var name = arguments.Needed("vol");
        var file = arguments.Needed("file");
        var flags = arguments.Flag("sparse", VirStorageVolDownloadFlags.VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM);
        await using var stream = await volume.DownloadAsync(offset, length, flags)
            .OrFail($"cannot download from volume {name}");
        await StreamFile.ReceiveAsync(stream, file, new StreamFileTexts
        {
            CannotCreate = $"cannot create {file}",
            CannotReceive = $"cannot receive data from volume {name}",
            CannotClose = $"cannot close volume {name}",
        });
    }
}
