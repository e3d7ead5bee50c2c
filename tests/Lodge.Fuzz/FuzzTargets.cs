using Lodge.Fuzz.Targets;

namespace Lodge.Fuzz;

/// <summary>Every target; a new parser adds itself here.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<IFuzzTarget> All { get; } =
    [
        new XdrMessageTarget(),
        new RemoteDispatchTarget(),
        new FramingTarget(),
        new ConnectionUriTarget(),
        new DomainXmlTarget(),
        new SchemaTarget(),
        new SecretXmlTarget(),
        new NetworkXmlTarget(),
        new QmpTarget(),
        new AgentTarget(),
        new SmbiosTarget(),
        new FilterXmlTarget(),
        new PoolXmlTarget(),
        new VolumeXmlTarget(),
        new ImageHeaderTarget(),
        new OptionTarget(),
        new KickstartTarget(),
        new SeedYamlTarget(),
        new TreeInfoTarget(),
        new IsoImageTarget(),
    ];

    /// <summary>The target of a name, or null.</summary>
    public static IFuzzTarget? Find(string name) => All.FirstOrDefault(target => target.Name == name);
}
