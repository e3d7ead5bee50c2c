using System.Globalization;
using System.Xml;

namespace Lodge.Install.Os;

/// <summary>What osinfo's XML says of systems and devices.</summary>
internal static class OsReader
{
    /// <summary>Reads a file of a system; what it says is added to what earlier files said.</summary>
    public static GuestOs? ReadSystem(XmlReader reader, GuestOs? os, OsDatabase database)
    {
        EachEntity(reader, "os", id =>
        {
            os ??= new GuestOs(id, database);
            if (os.Id != id) return false;
            reader.Children(name => Read(reader, name, os));
            return true;
        });
        return os;
    }

    /// <summary>Reads a file of a device.</summary>
    public static OsDevice ReadDevice(XmlReader reader, OsDevice device)
    {
        EachEntity(reader, "device", id =>
        {
            if (id != device.Id) return false;
            reader.Children(name => name switch
            {
                "name" => reader.Text(text => device = device with { Name = text }),
                "class" => reader.Text(text => device = device with { Class = text }),
                _ => false,
            });
            return true;
        });
        return device;
    }

    /// <summary>Goes through the entities of a kind in a file.</summary>
    public static void EachEntity(XmlReader reader, string kind, Func<string, bool> read)
    {
        reader.MoveToContent();
        reader.Children(name =>
            name == kind && reader.GetAttribute("id") is { Length: > 0 } id && read(id));
    }

    private static bool Read(XmlReader reader, string name, GuestOs os) => name switch
    {
        "short-id" => reader.Text(os.ShortIdList.Add),
        "name" => reader.Text(text => os.Name = text),
        "version" => reader.Text(text => os.Version = text),
        "vendor" => reader.Text(text => os.Vendor = text),
        "family" => reader.Text(text => os.Family = text),
        "distro" => reader.Text(text => os.Distro = text),
        "codename" => reader.Text(text => os.Codename = text),
        "kernel-url-argument" => reader.Text(text => os.OwnKernelUrlArgument = text),
        "cloud-image-username" => reader.Text(text => os.CloudUser = text),
        "release-date" => reader.Text(text => os.ReleaseDate = Date(text)),
        "eol-date" => reader.Text(text => os.EndOfLife = Date(text)),
        "release-status" => reader.Text(text => os.ReleaseStatus = Status(text)),
        "derives-from" => reader.Id(os.DerivesFromList.Add),
        "upgrades" => reader.Id(os.UpgradesList.Add),
        "clones" => reader.Id(os.ClonesList.Add),
        "variant" => ReadVariant(reader, os),
        "firmware" => ReadFirmware(reader, os),
        "devices" => ReadDevices(reader, os),
        "resources" => OsResourcesReader.Read(reader, os),
        "media" => OsMediaReader.ReadMedia(reader, os),
        "tree" => OsMediaReader.ReadTree(reader, os),
        "image" => OsMediaReader.ReadImage(reader, os),
        "driver" => OsMediaReader.ReadDriver(reader, os),
        "installer" => ReadScripts(reader, os.ScriptList),
        _ => false,
    };

    /// <summary>Reads the ids of install scripts.</summary>
    public static bool ReadScripts(XmlReader reader, List<string> scripts)
    {
        reader.Children(name => name == "script" && reader.Id(scripts.Add));
        return true;
    }

    private static bool ReadVariant(XmlReader reader, GuestOs os)
    {
        var id = reader.GetAttribute("id") ?? "";
        var known = "";
        reader.Children(name => name == "name" && reader.Text(text => known = text));
        os.VariantList.Add(new OsVariant(id, known));
        return true;
    }

    private static bool ReadFirmware(XmlReader reader, GuestOs os)
    {
        os.OwnFirmware.Add(new OsFirmware(
            reader.GetAttribute("arch") ?? "all",
            reader.GetAttribute("type") ?? "",
            reader.Flag("supported", true)));
        return false;
    }

    private static bool ReadDevices(XmlReader reader, GuestOs os)
    {
        reader.Children(name =>
        {
            if (name == "device" && reader.GetAttribute("id") is { } id)
                os.DeviceLinks.Add((id, reader.GetAttribute("supported") != "false"));
            return false;
        });
        return true;
    }

    private static DateOnly? Date(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    private static OsReleaseStatus Status(string text) => text switch
    {
        "snapshot" => OsReleaseStatus.Snapshot,
        "prerelease" => OsReleaseStatus.Prerelease,
        "rolling" => OsReleaseStatus.Rolling,
        _ => OsReleaseStatus.Released,
    };
}
