using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The guest's virtual CPUs (<c>&lt;vcpu&gt;</c>, <c>&lt;vcpus&gt;</c>).</summary>
public sealed class Vcpus
{
    /// <summary>How many there can be.</summary>
    public uint Maximum { get; set; } = 1;

    /// <summary>How many there are at start, where they are not listed one by one.</summary>
    public uint Current { get; set; } = 1;

    /// <summary>Who places them on the host.</summary>
    public CpuPlacement Placement { get; set; }

    /// <summary>The host's CPUs they may run on; null for all.</summary>
    public CpuSet? HostCpus { get; set; }

    /// <summary>What is said of single ones, where they are listed.</summary>
    public SortedDictionary<uint, Vcpu>? Individual { get; set; }

    /// <summary>How many there are at start.</summary>
    public uint Online => Individual is null ? Current : (uint)Individual.Values.Count(vcpu => vcpu.Online);

    internal static Vcpus Parse(Element domain)
    {
        var vcpus = new Vcpus();
        if (domain.Child("vcpu") is { } element)
        {
            vcpus.Maximum = Numbers.TryUInt(element.Text, 10, out var maximum)
                ? maximum
                : throw XmlError.Domain("maximum vcpus count must be an integer");
            vcpus.Current = element.UInt("current") ?? vcpus.Maximum;
            vcpus.Placement = element.Named("placement", CpuPlacementNames.Table);
            if (vcpus.Placement != CpuPlacement.Auto && element.Attribute("cpuset") is { } set)
            {
                vcpus.HostCpus = DomainParsing.NonEmptySet(set, "cpuset");
            }
        }

        if (vcpus.Maximum == 0)
        {
            throw XmlError.Domain(Protocol.Errors.VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
                "CPU IDs in <numa> exceed the <vcpu> count");
        }

        if (vcpus.Current > vcpus.Maximum)
        {
            throw XmlError.Unsupported("maximum vCPU count must not be less than current vCPU count");
        }

        vcpus.ParseIndividual(domain.Child("vcpus"));
        return vcpus;
    }

    internal void Format(XmlOutput output)
    {
        var online = Online;
        output.Start("vcpu").Attribute("placement", Placement.ToXml()).Attribute("cpuset", HostCpus?.ToString())
            .Attribute("current", online < Maximum ? (ulong?)online : null)
            .EndText(Maximum.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (Individual is null)
        {
            return;
        }

        output.Start("vcpus");
        foreach (var (id, vcpu) in Individual)
        {
            output.Start("vcpu").Attribute("id", (ulong?)id).YesNo("enabled", vcpu.Online)
                .YesNo("hotpluggable", vcpu.Hotpluggable).AttributeUnlessZero("order", vcpu.Order).End();
        }

        output.End();
    }

    private void ParseIndividual(Element? element)
    {
        if (element?.All("vcpu") is not { Count: > 0 } listed)
        {
            return;
        }

        Individual = [];
        for (uint id = 0; id < Math.Min(Maximum, CpuSet.Limit); id++)
        {
            Individual[id] = new Vcpu();
        }

        foreach (var vcpu in listed)
        {
            vcpu.Required("id");
            vcpu.Required("enabled");
            var id = vcpu.UInt("id") ?? 0;
            if (!Individual.TryGetValue(id, out var entry))
            {
                throw XmlError.Domain($"vcpu id '{id}' is out of range of maximum vcpu count");
            }

            entry.Online = vcpu.YesNo("enabled") ?? false;
            entry.Hotpluggable = vcpu.YesNo("hotpluggable");
            entry.Order = vcpu.UInt("order") ?? 0;
        }
    }
}
