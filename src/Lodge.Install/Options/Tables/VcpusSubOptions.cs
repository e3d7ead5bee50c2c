namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--vcpus</c> takes.</summary>
internal static class VcpusSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        new("maxvcpus"),
        new("cpuset", "vcpu/@cpuset", Takes: Takes.Commas),
        new("vcpus"),
        new("sockets", "cpu/topology/@sockets", Form.Whole),
        new("dies", "cpu/topology/@dies", Form.Whole),
        new("cores", "cpu/topology/@cores", Form.Whole),
        new("threads", "cpu/topology/@threads", Form.Whole),
        new("vcpu"),
        new("vcpu.current", "vcpu/@current", Form.Whole),
        new("vcpu.cpuset", "vcpu/@cpuset", Takes: Takes.Commas),
        new("vcpu.placement", "vcpu/@placement") { Aliases = ["placement"] },
        new("vcpus.vcpu[0-9]*.id", "vcpus/vcpu[]/@id", Form.Whole),
        new("vcpus.vcpu[0-9]*.enabled", "vcpus/vcpu[]/@enabled", Form.YesNo, Takes.Switch),
        new("vcpus.vcpu[0-9]*.hotpluggable", "vcpus/vcpu[]/@hotpluggable", Form.YesNo, Takes.Switch),
        new("vcpus.vcpu[0-9]*.order", "vcpus/vcpu[]/@order", Form.Whole),
    ];
}
