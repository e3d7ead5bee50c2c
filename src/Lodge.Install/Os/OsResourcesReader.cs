using System.Xml;

namespace Lodge.Install.Os;

/// <summary>What osinfo's XML says of the resources that a system needs.</summary>
internal static class OsResourcesReader
{
    public static bool Read(XmlReader reader, GuestOs os)
    {
        var blank = new OsResources(reader.GetAttribute("arch") ?? "all", reader.Flag("inherit", false));
        var kinds = new HashSet<OsResourceKind>();
        reader.Children(name => KindOf(name) is { } kind && ReadOne(kind));
        if (!blank.Inherits) return true;
        // A list that is not there is inherited as a whole.
        os.OwnResources.AddRange(
            Enum.GetValues<OsResourceKind>().Where(kind => !kinds.Contains(kind)).Select(kind => (kind, blank)));
        return true;

        bool ReadOne(OsResourceKind kind)
        {
            var entry = blank;
            var isEmpty = true;
            reader.Children(name =>
            {
                isEmpty = false;
                return name switch
                {
                    "ram" => reader.Number(value => entry = entry with { Ram = value }),
                    "storage" => reader.Number(value => entry = entry with { Storage = value }),
                    "n-cpus" => reader.Number(value => entry = entry with { Processors = value }),
                    "cpu" => reader.Number(value => entry = entry with { ProcessorClock = value }),
                    _ => false,
                };
            });
            if (isEmpty && !blank.Inherits) return true;
            kinds.Add(kind);
            os.OwnResources.Add((kind, entry));
            return true;
        }
    }

    private static OsResourceKind? KindOf(string element) => element switch
    {
        "minimum" => OsResourceKind.Minimum,
        "recommended" => OsResourceKind.Recommended,
        "maximum" => OsResourceKind.Maximum,
        "network-install" => OsResourceKind.NetworkInstall,
        _ => null,
    };
}
