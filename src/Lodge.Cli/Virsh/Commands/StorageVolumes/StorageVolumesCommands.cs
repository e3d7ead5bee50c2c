namespace Lodge.Cli.Virsh.Commands.StorageVolumes;

/// <summary>The commands that virsh lists under "Storage Volume".</summary>
internal static class StorageVolumesCommands
{
    internal static readonly CommandGroup Group = new("Storage Volume", "volume",
    [
        new("vol-clone", static () => VolCloneCommand.Definition),
        new("vol-create-as", static () => VolCreateAsCommand.Definition),
        new("vol-create", static () => VolCreateCommand.Definition),
        new("vol-create-from", static () => VolCreateFromCommand.Definition),
        new("vol-delete", static () => VolDeleteCommand.Definition),
        new("vol-download", static () => VolDownloadCommand.Definition),
        new("vol-dumpxml", static () => VolDumpxmlCommand.Definition),
        new("vol-info", static () => VolInfoCommand.Definition),
        new("vol-key", static () => VolKeyCommand.Definition),
        new("vol-list", static () => VolListCommand.Definition),
        new("vol-name", static () => VolNameCommand.Definition),
        new("vol-path", static () => VolPathCommand.Definition),
        new("vol-pool", static () => VolPoolCommand.Definition),
        new("vol-resize", static () => VolResizeCommand.Definition),
        new("vol-upload", static () => VolUploadCommand.Definition),
        new("vol-wipe", static () => VolWipeCommand.Definition),
    ]);
}
