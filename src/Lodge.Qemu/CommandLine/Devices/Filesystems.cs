using System.Globalization;
using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>Folders of the host that the guest can mount.</summary>
internal static class Filesystems
{
    public static void Add(CommandLineWriter writer)
    {
        foreach (var folder in writer.Definition.Filesystems)
        {
            switch (folder.Driver)
            {
                case FilesystemDriver.Default or FilesystemDriver.Path or FilesystemDriver.Handle:
                    writer.Command.Add("-fsdev", Plan9Option(folder));
                    writer.AddDevice(Plan9Properties(folder, writer.Scope));
                    break;
                case FilesystemDriver.Virtiofs:
                    writer.AddCharacter(
                        VirtiofsSocket(folder, writer.Context.Directories), VirtiofsCharacter(folder));
                    writer.AddDevice(VirtiofsProperties(folder, writer.Scope));
                    break;
                default:
                    throw ConfigurationError.Unsupported(
                        $"Filesystem driver type not supported: '{folder.Driver.ToXml()}'");
            }
        }
    }

    /// <summary>The device of a folder that virtiofsd serves.</summary>
    public static QemuProperties VirtiofsProperties(Filesystem folder, GuestScope scope) =>
        VirtioProperties.Start("vhost-user-fs", folder, folder.Model.ToXml(), folder.Virtio, scope)
            .Add("id", folder.Alias)
            .Add("chardev", VirtiofsCharacter(folder))
            .AddNonZero("queue-size", folder.QueueSize)
            .Add("tag", folder.Target)
            .AddNonZero("bootindex", folder.BootOrder)
            .AddAddress(folder, scope);

    private static string VirtiofsCharacter(Filesystem folder) => "chr-vu-" + folder.Alias;

    private static CharacterSource VirtiofsSocket(Filesystem folder, GuestDirectories directories) => new()
    {
        Type = CharacterSourceType.Unix,
        Path = folder.Socket ?? Path.Combine(directories.Library, folder.Alias + "-fs.sock"),
    };

    private static QemuProperties Plan9Properties(Filesystem folder, GuestScope scope) =>
        VirtioProperties.Start("virtio-9p", folder, folder.Model.ToXml(), folder.Virtio, scope)
            .Add("id", folder.Alias)
            .Add("fsdev", BackendId(folder))
            .Add("mount_tag", folder.Target)
            .AddAddress(folder, scope);

    private static OptionString Plan9Option(Filesystem folder)
    {
        var option = new OptionString(folder.Driver == FilesystemDriver.Handle ? "handle" : "local");
        if (folder.Driver != FilesystemDriver.Handle)
        {
            option
                .Add("security_model", folder.Access switch
                {
                    FilesystemAccess.Mapped => "mapped",
                    FilesystemAccess.Passthrough => "passthrough",
                    FilesystemAccess.Squash => "none",
                    _ => null,
                })
                .Add("multidevs", folder.Multidevs == FilesystemMultidevs.Default ? null : folder.Multidevs.ToXml())
                .Add("fmode", Octal(folder.FileMode))
                .Add("dmode", Octal(folder.FolderMode));
        }

        option
            .Add("writeout", folder.WritePolicy == FilesystemWritePolicy.Default ? null : folder.WritePolicy.ToXml())
            .Add("id", BackendId(folder))
            .Add("path", folder.Source);
        return folder.Readonly ? option.Add("readonly") : option;
    }

    private static string BackendId(Filesystem folder) => "fsdev-" + folder.Alias;

    private static string? Octal(uint mode) =>
        mode == 0 ? null : Convert.ToString(mode, 8).PadLeft(4, '0').ToString(CultureInfo.InvariantCulture);
}
