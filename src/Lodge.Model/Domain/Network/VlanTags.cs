using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>The VLANs of an interface (<c>&lt;vlan&gt;</c>).</summary>
public sealed class VlanTags
{
    private const uint HighestTag = 4095;

    /// <summary>Whether frames keep their tags.</summary>
    public bool Trunk { get; set; }

    /// <summary>The tags.</summary>
    public List<uint> Tags { get; } = [];

    /// <summary>Whether the native VLAN is tagged.</summary>
    public NativeVlanMode NativeMode { get; set; }

    /// <summary>The native VLAN.</summary>
    public uint NativeTag { get; set; }

    internal static VlanTags Parse(Element element)
    {
        var vlan = new VlanTags();
        foreach (var tag in element.All("tag"))
        {
            tag.Required("id");
            var id = tag.UInt("id") ?? 0;
            vlan.Tags.Add(id <= HighestTag ? id : throw XmlError.Shared(
                VirErrorNumber.VIR_ERR_XML_ERROR, $"vlan tag id {id} too large (maximum 4095)"));
            if (tag.Attribute("nativeMode") is not null)
            {
                var mode = tag.Named("nativeMode", NativeVlanModeNames.Table, nonZero: true);
                vlan.NativeMode = vlan.NativeMode == default ? mode : throw XmlError.Shared(
                    VirErrorNumber.VIR_ERR_XML_ERROR, "duplicate native vlan setting");
                vlan.NativeTag = id;
            }
        }

        if (vlan.Tags.Count == 0)
        {
            throw XmlError.Shared(VirErrorNumber.VIR_ERR_XML_ERROR,
                "missing tag id - each <vlan> must have at least one <tag id='n'/> subelement");
        }

        vlan.Trunk = vlan.Tags.Count > 1;
        vlan.ParseTrunk(element.Attribute("trunk"));
        return vlan;
    }

    internal void Format(XmlOutput output)
    {
        output.Start("vlan").Attribute("trunk", Trunk ? "yes" : null);
        foreach (var tag in Tags)
        {
            output.Start("tag").Attribute("id", (ulong?)tag)
                .Named("nativeMode", tag == NativeTag ? NativeMode : default, NativeVlanModeNames.Table).End();
        }

        output.End();
    }

    private void ParseTrunk(string? trunk)
    {
        if (trunk is null)
        {
            return;
        }

        Trunk = trunk.Equals("yes", StringComparison.OrdinalIgnoreCase);
        if (Trunk)
        {
            return;
        }

        if (Tags.Count > 1)
        {
            throw XmlError.Shared(
                VirErrorNumber.VIR_ERR_XML_ERROR,
                $"invalid \"trunk='{trunk}'\" in <vlan> - trunk='yes' is required for more than one vlan tag");
        }

        if (NativeMode != default)
        {
            throw XmlError.Shared(
                VirErrorNumber.VIR_ERR_XML_ERROR,
                "invalid configuration in <vlan> - \"trunk='no'\" is not allowed with a native vlan id");
        }

        if (!trunk.Equals("no", StringComparison.OrdinalIgnoreCase))
        {
            throw XmlError.Shared(
                VirErrorNumber.VIR_ERR_XML_ERROR, $"invalid \"trunk='{trunk}'\" in <vlan> - must be yes or no");
        }
    }
}
