using System.Text;
using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>The virtual switch port of an interface (<c>&lt;virtualport&gt;</c>).</summary>
public sealed partial class VirtualPort
{
    private const int LongestProfile = 39;

    /// <summary>The kind of port.</summary>
    public VirtualPortType Type { get; set; }

    /// <summary>Manager (802.1Qbg).</summary>
    public uint? ManagerId { get; set; }

    /// <summary>Type (802.1Qbg).</summary>
    public uint? TypeId { get; set; }

    /// <summary>Version of the type (802.1Qbg).</summary>
    public uint? TypeIdVersion { get; set; }

    /// <summary>Instance (802.1Qbg).</summary>
    public Guid? InstanceId { get; set; }

    /// <summary>Interface (Open vSwitch, Midonet).</summary>
    public Guid? InterfaceId { get; set; }

    /// <summary>Profile (802.1Qbh, Open vSwitch).</summary>
    public string? ProfileId { get; set; }

    internal static VirtualPort Parse(Element element, bool complete, bool generate, bool needsType = false)
    {
        var port = new VirtualPort();
        if (element.Attribute("type") is { } word)
        {
            port.Type = VirtualPortTypeNames.Table.TryParse(word, out var type) && type != VirtualPortType.None
                ? type
                : throw XmlError.Shared(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, $"unknown virtualport type {word}");
        }
        else if (complete || needsType)
        {
            throw XmlError.Shared(VirErrorNumber.VIR_ERR_XML_ERROR, "missing required virtualport type");
        }

        port.ParseParameters(element.Child("parameters"));
        if (generate)
        {
            port.Generate();
        }

        if (complete)
        {
            port.CheckComplete();
        }

        port.CheckNoExtras();
        return port;
    }

    internal void Format(XmlOutput output)
    {
        output.Start("virtualport").Named("type", Type, VirtualPortTypeNames.Table);
        output.Start("parameters").Attribute("managerid", (ulong?)ManagerId).Attribute("typeid", (ulong?)TypeId)
            .Attribute("typeidversion", (ulong?)TypeIdVersion).Attribute("instanceid", Text(InstanceId))
            .Attribute("interfaceid", Text(InterfaceId)).Attribute("profileid", ProfileId).EndUnlessEmpty();
        output.EndUnlessEmpty();
    }

    private static string? Text(Guid? uuid) => uuid is { } value ? UuidText.Format(value) : null;

    private void ParseParameters(Element? parameters)
    {
        if (parameters is null)
        {
            return;
        }

        ManagerId = Number(parameters, "managerid", 0xff, "value of managerid out of range");
        TypeId = Number(parameters, "typeid", 0xffffff, "value for typeid out of range");
        TypeIdVersion = Number(parameters, "typeidversion", 0xff, "value of typeidversion out of range");
        InstanceId = Uuid(parameters, "instanceid");
        InterfaceId = Uuid(parameters, "interfaceid");
        ProfileId = parameters.Attribute("profileid") is { Length: > 0 } profile ? profile : null;
        if (ProfileId is not null && Encoding.UTF8.GetByteCount(ProfileId) > LongestProfile)
        {
            throw XmlError.Shared(VirErrorNumber.VIR_ERR_XML_ERROR, "profileid parameter too long");
        }
    }

    private void Generate()
    {
        if (Type is VirtualPortType.Ieee8021Qbg or VirtualPortType.None)
        {
            InstanceId ??= Guid.NewGuid();
        }

        if (Type is VirtualPortType.Openvswitch or VirtualPortType.None)
        {
            InterfaceId ??= Guid.NewGuid();
        }
    }

    private void CheckComplete()
    {
        var missing = Type switch
        {
            VirtualPortType.Ieee8021Qbg => ManagerId is null ? "managerid" : TypeId is null ? "typeid"
                : TypeIdVersion is null ? "typeidversion" : InstanceId is null ? "instanceid" : null,
            VirtualPortType.Ieee8021Qbh => ProfileId is null ? "profileid" : null,
            VirtualPortType.Openvswitch or VirtualPortType.Midonet => InterfaceId is null ? "interfaceid" : null,
            _ => null,
        };
        if (missing is not null)
        {
            throw Incomplete($"missing {missing} in <virtualport type='{Type.ToXml()}'>");
        }
    }

    private void CheckNoExtras()
    {
        var isQbg = Type is VirtualPortType.Ieee8021Qbg or VirtualPortType.None;
        var extra = ManagerId is not null && !isQbg ? "managerid"
            : TypeId is not null && !isQbg ? "typeid"
            : TypeIdVersion is not null && !isQbg ? "typeidversion"
            : InstanceId is not null && !isQbg ? "instanceid"
            : ProfileId is not null && Type is VirtualPortType.Ieee8021Qbg or VirtualPortType.Midonet ? "profileid"
            : InterfaceId is not null
            && Type is VirtualPortType.Ieee8021Qbg or VirtualPortType.Ieee8021Qbh ? "interfaceid"
            : null;
        if (extra is not null && Type != VirtualPortType.None)
        {
            throw Incomplete($"extra {extra} unsupported in <virtualport type='{Type.ToXml()}'>");
        }
    }

    private static VirException Incomplete(string detail) =>
        new(VirErrorNumber.VIR_ERR_XML_ERROR, VirErrorDomain.VIR_FROM_NET, detail);

    private static uint? Number(Element parameters, string name, uint limit, string beyond)
    {
        if (parameters.Attribute(name) is not { } text)
        {
            return null;
        }

        if (!Numbers.TryUInt(text, 0, out var value))
        {
            throw XmlError.Shared(VirErrorNumber.VIR_ERR_XML_ERROR, $"cannot parse value of {name} parameter");
        }

        return value <= limit ? value : throw XmlError.Shared(VirErrorNumber.VIR_ERR_XML_ERROR, beyond);
    }

    private static Guid? Uuid(Element parameters, string name) => parameters.Attribute(name) switch
    {
        null => null,
        var text when UuidText.TryParse(text, out var uuid) => uuid,
        _ => throw XmlError.Shared(VirErrorNumber.VIR_ERR_XML_ERROR, $"cannot parse {name} parameter as a uuid"),
    };
}
