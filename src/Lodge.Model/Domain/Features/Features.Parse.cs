using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What the machine has or lacks, read.</summary>
public sealed partial class Features
{
    internal static Features Parse(Element? element)
    {
        var features = new Features();
        foreach (var feature in element is null ? [] : element.Children)
        {
            features.ParseFeature(feature);
        }

        return features;
    }

    private void ParseFeature(Element feature)
    {
        switch (feature.Name)
        {
            case "acpi":
                Acpi = true;
                break;
            case "apic":
                (Apic, ApicEoi) = (true, feature.OnOff("eoi"));
                break;
            case "pae":
                Pae = true;
                break;
            case "viridian":
                Viridian = true;
                break;
            case "privnet":
                PrivateNetwork = true;
                break;
            case "hap":
                Hap = feature.OnOff("state") ?? true;
                break;
            case "hyperv":
                Hyperv = HypervFeatures.Parse(feature);
                break;
            case "kvm":
                Kvm = KvmFeatures.Parse(feature);
                break;
            case "xen":
                Xen = XenFeatures.Parse(feature);
                break;
            case "capabilities":
                Capabilities = ContainerCapabilities.Parse(feature);
                break;
            case "pvspinlock":
                PvSpinlock = feature.OnOff("state") ?? true;
                break;
            case "pmu":
                Pmu = feature.OnOff("state") ?? true;
                break;
            case "vmport":
                VmPort = feature.OnOff("state") ?? true;
                break;
            case "vmcoreinfo":
                VmCoreInfo = feature.OnOff("state") ?? true;
                break;
            case "smm":
                Smm = feature.OnOff("state") ?? true;
                Tseg = Smm == true ? feature.ChildBytes("tseg", 1024 * 1024) : null;
                break;
            case "gic":
                (Gic, GicVersion) = (true, feature.Named("version", GicVersionNames.Table, nonZero: true));
                break;
            case "ioapic":
                Ioapic = feature.Named("driver", IoapicDriverNames.Table, nonZero: true);
                break;
            case "msrs":
                Msrs = feature.RequiredNamed("unknown", UnknownMsrsNames.Table);
                break;
            case "tcg":
                TranslationCache = feature.ChildKibibytes("tb-cache") ?? 0;
                break;
            default:
                ParsePower(feature);
                break;
        }
    }

    /// <summary>What only pSeries machines have.</summary>
    private void ParsePower(Element feature)
    {
        switch (feature.Name)
        {
            case "hpt":
                HptResizing = feature.Named("resizing", HptResizingNames.Table, nonZero: true);
                HptMaximumPageSize = feature.ChildKibibytes("maxpagesize") ?? 0;
                HasHpt = HptResizing != HptResizing.None || HptMaximumPageSize > 0;
                break;
            case "htm":
                Htm = State(feature);
                break;
            case "nested-hv":
                NestedHv = State(feature);
                break;
            case "ccf-assist":
                CcfAssist = State(feature);
                break;
            case "cfpc":
                Cfpc = feature.Named("value", CfpcModeNames.Table, nonZero: true);
                break;
            case "sbbc":
                Sbbc = feature.Named("value", SbbcModeNames.Table, nonZero: true);
                break;
            case "ibs":
                Ibs = feature.Named("value", IbsModeNames.Table, nonZero: true);
                break;
            default:
                throw XmlError.Unsupported($"unexpected feature '{feature.Name}'");
        }
    }

    private static bool? State(Element feature)
    {
        feature.Required("state");
        return feature.OnOff("state");
    }
}
