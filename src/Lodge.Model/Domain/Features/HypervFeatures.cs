using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Hyper-V enlightenments, which Windows guests thrive on (<c>&lt;hyperv&gt;</c>).</summary>
public sealed class HypervFeatures
{
    private const uint FewestRetries = 0xFFF;
    private const int LongestVendor = 12;

    private static readonly string[] Names =
    [
        "relaxed", "vapic", "spinlocks", "vpindex", "runtime", "synic", "stimer", "reset", "vendor_id", "frequencies",
        "reenlightenment", "tlbflush", "ipi", "evmcs", "avic",
    ];

    /// <summary>How they are chosen.</summary>
    public HypervMode Mode { get; set; }

    /// <summary>Whether each one named is on.</summary>
    public SortedList<string, bool> States { get; } = new(StringComparer.Ordinal);

    /// <summary>Tries before a spinlock is reported.</summary>
    public uint SpinlockRetries { get; set; }

    /// <summary>Whether synthetic timers are direct.</summary>
    public bool? DirectTimers { get; set; }

    /// <summary>The vendor that the guest sees.</summary>
    public string? VendorId { get; set; }

    /// <summary>Whether one is on; null where nothing is said of it.</summary>
    public bool? this[string name] => States.TryGetValue(name, out var on) ? on : null;

    internal static HypervFeatures Parse(Element element)
    {
        var hyperv = new HypervFeatures
        {
            Mode = element.Named("mode", HypervModeNames.Table, HypervMode.Custom, nonZero: true),
        };
        if (hyperv.Mode == HypervMode.Passthrough)
        {
            return hyperv; // the host's own choice takes all of them
        }

        foreach (var feature in element.Children)
        {
            hyperv.ParseFeature(feature);
        }

        return hyperv;
    }

    internal void Format(XmlOutput output)
    {
        output.Start("hyperv").Attribute("mode", Mode.ToXml());
        foreach (var name in Names)
        {
            if (this[name] is not { } on)
            {
                continue;
            }

            output.Start(name).OnOff("state", on);
            switch (name)
            {
                case "spinlocks" when on:
                    output.Attribute("retries", (ulong?)SpinlockRetries);
                    break;
                case "stimer" when on && DirectTimers == true:
                    output.Start("direct").OnOff("state", true).End();
                    break;
                case "vendor_id" when on:
                    output.Attribute("value", VendorId);
                    break;
            }

            output.End();
        }

        output.EndLong();
    }

    private void ParseFeature(Element feature)
    {
        if (!Names.Contains(feature.Name))
        {
            throw XmlError.Unsupported($"unsupported HyperV Enlightenment feature: {feature.Name}");
        }

        feature.Required("state");
        var on = feature.OnOff("state") == true;
        States[feature.Name] = on;
        switch (feature.Name)
        {
            case "stimer" when on:
                ParseTimers(feature);
                break;
            case "spinlocks" when on:
                feature.Required("retries");
                SpinlockRetries = feature.UInt("retries", 0) ?? 0;
                if (SpinlockRetries < FewestRetries)
                {
                    throw XmlError.Domain("HyperV spinlock retry count must be at least 4095");
                }

                break;
            case "vendor_id" when on:
                VendorId = feature.Attribute("value")
                    ?? throw XmlError.Domain("missing 'value' attribute for HyperV feature 'vendor_id'");
                if (VendorId.Length > LongestVendor)
                {
                    throw XmlError.Domain($"HyperV vendor_id value must not be more than {LongestVendor} characters.");
                }

                if (VendorId.Contains(',', StringComparison.Ordinal))
                {
                    throw XmlError.Domain("HyperV vendor_id value is invalid");
                }

                break;
        }
    }

    private void ParseTimers(Element feature)
    {
        foreach (var child in feature.Children)
        {
            if (child.Name != "direct")
            {
                throw XmlError.Unsupported($"unsupported Hyper-V stimer feature: {child.Name}");
            }

            child.Required("state");
            DirectTimers = child.OnOff("state");
        }
    }
}
