using System.Globalization;
using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Processors;

public sealed partial class CpuNames
{
    /// <summary>Reads the map; null where there is none.</summary>
    /// <exception cref="VirException">It is damaged.</exception>
    public static CpuNames? Load(string folder)
    {
        var index = Path.Combine(folder, "index.xml");
        if (!File.Exists(index)) return null;
        var map = new CpuNames();
        foreach (var architecture in Read(index).All("arch"))
        {
            if (architecture.Attribute("name") != "x86") continue;
            foreach (var include in architecture.All("include"))
                map.Add(Read(Path.Combine(folder, include.Required("filename"))));
        }

        return map;
    }

    /// <summary>The names of another architecture's models, in the map's order; none where there is no map.</summary>
    /// <exception cref="VirException">The map is damaged.</exception>
    public static IReadOnlyList<string> ModelsOf(string folder, string architecture)
    {
        var index = Path.Combine(folder, "index.xml");
        return !File.Exists(index) ? [] :
        [
            .. Read(index).All("arch").Where(one => one.Attribute("name") == architecture)
                .SelectMany(static one => one.All("include"))
                .SelectMany(include => Read(Path.Combine(folder, include.Required("filename"))).All("model"))
                .Select(static model => model.Required("name")),
        ];
    }

    private static Element Read(string path) => XmlReading.Read(File.ReadAllText(path), VirErrorDomain.VIR_FROM_CPU);

    private void Add(Element file)
    {
        foreach (var element in file.Children)
        {
            switch (element.Name)
            {
                case "vendor":
                    _vendors[element.Required("string")] = element.Required("name");
                    break;
                case "feature":
                    AddFeature(element);
                    break;
                case "model":
                    _models.Add(ReadModel(element));
                    break;
                default:
                    break;
            }
        }
    }

    private void AddFeature(Element element)
    {
        var bits = new CpuBits();
        foreach (var part in element.Children)
        {
            var source = part.Name switch
            {
                "cpuid" => new CpuBitsSource(false, Number(part, "eax_in"), Number(part, "ecx_in")),
                "msr" => new CpuBitsSource(true, Number(part, "index"), 0),
                _ => (CpuBitsSource?)null,
            };
            if (source is not { } where) continue;
            bits[where] = bits[where]
                | new CpuRegisters(Number(part, "eax"), Number(part, "ebx"), Number(part, "ecx"), Number(part, "edx"));
        }

        var feature = new CpuFeatureDefinition(element.Required("name"), bits, element.Attribute("migratable") != "no");
        _features.Add(feature);
        _featuresByName[feature.Name] = feature;
        foreach (var alias in element.All("alias")) _namesInQemu[alias.Required("name")] = feature.Name;
    }

    private CpuModelDefinition ReadModel(Element element)
    {
        var ancestor = element.ChildAttribute("model", "name") is { } name ? Model(name) : null;
        var bits = ancestor is null ? new CpuBits() : new CpuBits(ancestor.Bits);
        var removed = new List<string>();
        foreach (var feature in element.All("feature"))
        {
            if (feature.YesNo("removed") == true) removed.Add(feature.Required("name"));
            else if (Feature(feature.Required("name")) is { } known) bits.Add(known.Bits);
        }

        var signatures = element.All("signature").ConvertAll(ReadSignature);
        return new CpuModelDefinition
        {
            Name = element.Required("name"),
            Vendor = element.ChildAttribute("vendor", "name") ?? ancestor?.Vendor,
            DescribesHosts = element.Child("decode")?.OnOff("host") ?? false,
            DescribesGuests = element.Child("decode")?.OnOff("guest") ?? false,
            Signatures = signatures.Count > 0 ? signatures : ancestor?.Signatures ?? [],
            Bits = bits,
            RemovedFeatures = removed,
        };
    }

    private static CpuModelSignature ReadSignature(Element element) => new(
        Number(element, "family"),
        Number(element, "model"),
        element.Attribute("stepping") is { } steppings ? ReadSteppings(steppings) : null);

    private static HashSet<uint> ReadSteppings(string text)
    {
        var steppings = new HashSet<uint>();
        foreach (var part in text.Split(','))
        {
            var ends = part.Split('-');
            var first = uint.Parse(ends[0], CultureInfo.InvariantCulture);
            var last = uint.Parse(ends[^1], CultureInfo.InvariantCulture);
            for (var stepping = first; stepping <= last && stepping < 16; stepping++) steppings.Add(stepping);
        }

        return steppings;
    }

    private static uint Number(Element element, string name) => element.Attribute(name) switch
    {
        null => 0,
        ['0', 'x', .. var digits] => uint.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
        var digits => uint.Parse(digits, CultureInfo.InvariantCulture),
    };
}
