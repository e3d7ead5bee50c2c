using System.Globalization;
using System.Xml;

namespace Lodge.Install.Os;

/// <summary>What osinfo's XML says of media, trees, images and drivers.</summary>
internal static class OsMediaReader
{
    public static bool ReadMedia(XmlReader reader, GuestOs os)
    {
        var media = new OsMedia
        {
            Architecture = reader.GetAttribute("arch") ?? "all",
            IsLive = reader.Flag("live", false),
            IsInstaller = reader.Flag("installer", true),
            SupportsScript = reader.Flag("installer-script", true),
            EjectsAfterInstall = reader.Flag("eject-after-install", true),
            InstallerReboots = int.TryParse(
                reader.GetAttribute("installer-reboots"), CultureInfo.InvariantCulture, out var times) ? times : 1,
        };
        reader.Children(name => name switch
        {
            "url" => reader.Text(text => media.Url = text),
            "kernel" => reader.Text(text => media.Kernel = text),
            "initrd" => reader.Text(text => media.Initrd = text),
            "variant" => reader.Id(media.VariantList.Add),
            "installer" => OsReader.ReadScripts(reader, media.ScriptList),
            "iso" => ReadVolume(reader, media),
            _ => false,
        });
        os.MediaList.Add(media);
        return true;
    }

    public static bool ReadTree(XmlReader reader, GuestOs os)
    {
        var tree = new OsTree { Architecture = reader.GetAttribute("arch") ?? "all" };
        reader.Children(name => name switch
        {
            "url" => reader.Text(text => tree.Url = text),
            "kernel" => reader.Text(text => tree.Kernel = text),
            "initrd" => reader.Text(text => tree.Initrd = text),
            "boot-iso" => reader.Text(text => tree.BootIso = text),
            "variant" => reader.Id(tree.VariantList.Add),
            "treeinfo" => ReadTreeInfo(reader, tree),
            _ => false,
        });
        os.TreeList.Add(tree);
        return true;
    }

    public static bool ReadImage(XmlReader reader, GuestOs os)
    {
        var image = new OsImage(
            reader.GetAttribute("arch") ?? "all",
            reader.GetAttribute("format"),
            reader.Flag("cloud-init", false),
            null,
            []);
        var variants = new List<string>();
        reader.Children(name => name switch
        {
            "url" => reader.Text(text => image = image with { Url = text }),
            "variant" => reader.Id(variants.Add),
            _ => false,
        });
        os.ImageList.Add(image with { Variants = variants });
        return true;
    }

    public static bool ReadDriver(XmlReader reader, GuestOs os)
    {
        var files = new List<string>();
        var devices = new List<string>();
        var driver = new OsDriver(
            reader.GetAttribute("arch") ?? "all",
            reader.GetAttribute("location") ?? "",
            files,
            reader.Flag("pre-installable", false),
            reader.Flag("signed", true),
            devices);
        reader.Children(name => name switch
        {
            "file" => reader.Text(files.Add),
            "device" => reader.Id(devices.Add),
            _ => false,
        });
        os.DriverList.Add(driver);
        return true;
    }

    private static bool ReadVolume(XmlReader reader, OsMedia media)
    {
        reader.Children(name => name switch
        {
            "volume-id" => reader.Pattern(pattern => media.VolumeId = pattern),
            "system-id" => reader.Pattern(pattern => media.SystemId = pattern),
            "publisher-id" => reader.Pattern(pattern => media.PublisherId = pattern),
            "application-id" => reader.Pattern(pattern => media.ApplicationId = pattern),
            "volume-size" => reader.Number(size => media.VolumeSize = size),
            _ => false,
        });
        return true;
    }

    private static bool ReadTreeInfo(XmlReader reader, OsTree tree)
    {
        tree.HasTreeInfo = true;
        reader.Children(name => name switch
        {
            "family" => reader.Pattern(pattern => tree.Family = pattern),
            "variant" => reader.Pattern(pattern => tree.Variant = pattern),
            "version" => reader.Pattern(pattern => tree.Version = pattern),
            "arch" => reader.Pattern(pattern => tree.TreeArchitecture = pattern),
            _ => false,
        });
        return true;
    }
}
