using Lodge.Model.Xml;

namespace Lodge.Model.Interface;

/// <summary>Several interfaces of the host bound into one.</summary>
public sealed record BondInterface : InterfaceDefinition
{
    private static readonly string[] Modes =
        ["balance-rr", "active-backup", "balance-xor", "broadcast", "802.3ad", "balance-tlb", "balance-alb"];

    private static readonly string?[] Validations = [null, "active", "backup", "all"];

    /// <summary>How they share the work, in the kernel's number (0 is <c>balance-rr</c>).</summary>
    public int Mode { get; init; }

    /// <summary>Milliseconds between looks at the links; 0 where nobody looks.</summary>
    public int LinkInterval { get; init; }

    /// <summary>Milliseconds before a link that is gone counts as gone.</summary>
    public int DownDelay { get; init; }

    /// <summary>Milliseconds before a link that is back counts as back.</summary>
    public int UpDelay { get; init; }

    /// <summary>Whether the driver's own word on the link is taken.</summary>
    public bool UsesCarrier { get; init; }

    /// <summary>Milliseconds between ARP questions; 0 where none are asked.</summary>
    public int ArpInterval { get; init; }

    /// <summary>Whom ARP asks for.</summary>
    public string? ArpTarget { get; init; }

    /// <summary>Which answers count, in the kernel's number.</summary>
    public int ArpValidation { get; init; }

    /// <summary>The interfaces bound.</summary>
    public IReadOnlyList<InterfaceDefinition> Members { get; init; } = [];

    /// <inheritdoc/>
    public override string Type => "bond";

    private protected override void FormatKind(XmlOutput output)
    {
        output.Start("bond").Attribute("mode", Mode >= 0 && Mode < Modes.Length ? Modes[Mode] : null);
        if (ArpInterval > 0)
        {
            output.Start("arpmon")
                .Attribute("interval", (long?)ArpInterval)
                .Attribute("target", ArpTarget ?? "")
                .Attribute("validate", ArpValidation < Validations.Length ? Validations[ArpValidation] : null)
                .End();
        }
        else if (LinkInterval > 0)
        {
            output.Start("miimon")
                .Attribute("freq", (long?)LinkInterval)
                .Attribute("downdelay", DownDelay > 0 ? DownDelay : (long?)null)
                .Attribute("updelay", UpDelay > 0 ? UpDelay : (long?)null)
                .Attribute("carrier", UsesCarrier ? "netif" : "ioctl")
                .End();
        }

        foreach (var member in Members)
        {
            member.Format(output, isWhole: false);
        }

        output.EndLong();
    }
}
