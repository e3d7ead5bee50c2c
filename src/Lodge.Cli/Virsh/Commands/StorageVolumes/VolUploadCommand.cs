using static Lodge.Protocol.Constants.VirConnectListAllStoragePoolsFlags;

namespace Lodge.Cli.Virsh.Commands.StorageVolumes;

/// <summary><c>virsh vol-upload</c>: upload file contents to a volume.</summary>
internal static class VolUploadCommand
{
    internal static Command Definition => new("vol-upload", RunAsync)
    {
        Help = "upload file contents to a volume",
        Description = "Upload file contents to a volume",
        Options =
        [
            Option.Data("vol", "vol name, key or path", Completers.Volumes),
            Option.File("file"),
            Option.Text("pool", "pool name or uuid", Completers.Pools(VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE)),
            Option.Number("offset", "volume offset to upload to"),
            Option.Number("length", "amount of data to upload"),
            Option.Flag("sparse", "preserve sparseness of volume"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var offset = arguments.UInt64("offset") ?? 0;
        var length = arguments.UInt64Wrapped("length") ?? 0;
        var volume = await shell.VolumeAsync(arguments);
        var name = arguments.Needed("vol");
        var path = arguments.Needed("file");
        await using var file = Open(path);
        await using var stream = await volume.UploadAsync(offset, length).OrFail($"cannot upload to volume {name}");
        await StreamFile.SendAsync(file, stream, new StreamFileTexts
        {
            CannotSend = $"cannot send data to volume {name}",
            CannotClose = $"cannot close volume {name}",
        });
    }

    private static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"cannot read {path}");
        }
    }
}
