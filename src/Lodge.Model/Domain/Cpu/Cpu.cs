using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>The guest's CPU (<c>&lt;cpu&gt;</c>).</summary>
public sealed class Cpu
{
    private const int VendorIdLength = 12;

    /// <summary>How it is chosen.</summary>
    public CpuMode Mode { get; set; }

    /// <summary>How closely a custom model must be met.</summary>
    public CpuMatch Match { get; set; }

    /// <summary>How it is checked at start.</summary>
    public CpuCheck Check { get; set; }

    /// <summary>Whether only what can migrate is shown.</summary>
    public bool? Migratable { get; set; }

    /// <summary>The model's name; null where none is named.</summary>
    public string? Model { get; set; }

    /// <summary>Whether a near model may stand in.</summary>
    public CpuFallback Fallback { get; set; }

    /// <summary>The vendor that the guest sees.</summary>
    public string? VendorId { get; set; }

    /// <summary>The vendor that the host must have.</summary>
    public string? Vendor { get; set; }

    /// <summary>Sockets, cores and threads.</summary>
    public CpuTopology? Topology { get; set; }

    /// <summary>How the cache is shown.</summary>
    public CpuCache? Cache { get; set; }

    /// <summary>The width of physical addresses.</summary>
    public PhysicalAddressWidth? PhysicalAddress { get; set; }

    /// <summary>Features asked for or forbidden.</summary>
    public List<CpuFeature> Features { get; } = [];

    /// <summary>The feature of that name, or null.</summary>
    public CpuFeature? Feature(string name) => Features.Find(feature => feature.Name == name);

    internal static Cpu Parse(Element element)
    {
        var cpu = new Cpu();
        if (element.Attribute("mode") is { } word)
        {
            cpu.Mode = CpuModeNames.Table.TryParse(word, out var mode)
                ? mode
                : throw Refuse(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, $"Invalid mode attribute '{word}'");
        }

        var isHost = cpu.Mode is CpuMode.HostPassthrough or CpuMode.Maximum;
        cpu.Migratable = element.OnOff("migratable");
        if (cpu.Migratable is not null && !isHost)
        {
            throw Refuse(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED,
                "Attribute migratable is only allowed for 'host-passthrough' / 'maximum' CPU mode");
        }

        cpu.Match = element.Named("match", CpuMatchNames.Table);
        cpu.Check = element.Named("check", CpuCheckNames.Table);
        cpu.Model = element.ChildText("model");
        if (!isHost)
        {
            cpu.ParseModel(element.Child("model"));
        }

        cpu.Vendor = element.ChildText("vendor");
        if (cpu is { Vendor: not null, Model: null })
        {
            throw Refuse("CPU vendor specified without CPU model");
        }

        cpu.Topology = element.Child("topology") is { } topology ? CpuTopology.Parse(topology) : null;
        cpu.ParseFeatures(element);
        cpu.Cache = element.All("cache") switch
        {
            [] => null,
            [var cache] => CpuCache.Parse(cache),
            _ => throw Refuse("at most one CPU cache element may be specified"),
        };
        cpu.PhysicalAddress = element.Child("maxphysaddr") is { } width ? PhysicalAddressWidth.Parse(width) : null;
        return cpu;
    }

    internal void Format(XmlOutput output, Numa? numa)
    {
        output.Start("cpu");
        if (Mode != CpuMode.Custom || Model is not null)
        {
            output.Attribute("mode", Mode.ToXml())
                .Attribute("match", Mode == CpuMode.Custom ? Match.ToXml() : null)
                .Named("check", Check, CpuCheckNames.Table)
                .OnOff("migratable", Mode is CpuMode.HostPassthrough or CpuMode.Maximum ? Migratable : null);
        }

        if (Mode is CpuMode.Custom or CpuMode.HostModel)
        {
            FormatModel(output);
        }

        Topology?.Format(output);
        Cache?.Format(output);
        PhysicalAddress?.Format(output);
        Features.ForEach(feature => output.Start("feature").Attribute("policy", feature.Policy.ToXml())
            .Attribute("name", feature.Name).End());
        numa?.Format(output);
        output.EndUnlessEmpty();
    }

    internal static VirException Refuse(string detail) => Refuse(VirErrorNumber.VIR_ERR_XML_ERROR, detail);

    internal static VirException Refuse(VirErrorNumber code, string detail) =>
        new(code, VirErrorDomain.VIR_FROM_CPU, detail);

    private void FormatModel(XmlOutput output)
    {
        if (Model is not null || VendorId is not null)
        {
            output.Start("model").Attribute("fallback", Model is null ? null : Fallback.ToXml())
                .Attribute("vendor_id", VendorId);
            _ = Model is null ? output.End() : output.EndText(Model);
        }

        output.Text("vendor", Vendor);
    }

    private void ParseModel(Element? model)
    {
        if (model?.Attribute("fallback") is { Length: > 0 } word)
        {
            Fallback = CpuFallbackNames.Table.TryParse(word, out var fallback)
                ? fallback
                : throw Refuse(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, "Invalid fallback attribute");
        }

        if (model?.Attribute("vendor_id") is { Length: > 0 } vendor)
        {
            VendorId = vendor.Length != VendorIdLength
                ? throw Refuse($"vendor_id must be exactly {VendorIdLength} characters long")
                : vendor.Contains(',', StringComparison.Ordinal) ? throw Refuse("vendor id is invalid") : vendor;
        }
    }

    private void ParseFeatures(Element element)
    {
        var features = element.All("feature");
        if (features.Count > 0 && Model is null && Mode == CpuMode.Custom)
        {
            throw Refuse("Non-empty feature list specified without CPU model");
        }

        foreach (var feature in features)
        {
            var policy = CpuFeaturePolicy.Require;
            if (feature.Attribute("policy") is { } word && !CpuFeaturePolicyNames.Table.TryParse(word, out policy))
            {
                throw Refuse(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, "Invalid CPU feature policy");
            }

            var name = feature.Attribute("name") is { Length: > 0 } given ? given : throw Refuse(
                "Invalid CPU feature name");
            Features.Add(Feature(name) is null
                ? new CpuFeature(name, policy)
                : throw Refuse($"CPU feature '{name}' specified more than once"));
        }
    }
}
