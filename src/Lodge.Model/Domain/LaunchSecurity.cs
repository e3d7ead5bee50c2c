using System.Globalization;
using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How a confidential guest is protected from its host (<c>&lt;launchSecurity&gt;</c>).</summary>
public sealed class LaunchSecurity
{
    /// <summary>The kind of protection.</summary>
    public LaunchSecurityType Type { get; set; }

    /// <summary>Whether a directly booted kernel is measured (SEV).</summary>
    public bool? KernelHashes { get; set; }

    /// <summary>The address bit that marks encrypted pages (SEV).</summary>
    public uint? EncryptionBit { get; set; }

    /// <summary>Address bits that encryption takes (SEV).</summary>
    public uint? ReducedAddressBits { get; set; }

    /// <summary>The guest's policy (SEV).</summary>
    public uint Policy { get; set; }

    /// <summary>The guest owner's certificate (SEV).</summary>
    public string? DiffieHellmanCertificate { get; set; }

    /// <summary>The guest owner's session (SEV).</summary>
    public string? Session { get; set; }

    internal static LaunchSecurity Parse(Element element)
    {
        var security = new LaunchSecurity { Type = element.RequiredNamed(
            "type", LaunchSecurityTypeNames.Table, nonZero: true) };
        if (security.Type != LaunchSecurityType.Sev)
        {
            return security;
        }

        security.KernelHashes = element.YesNo("kernelHashes");
        security.Policy = Numbers.TryUInt(element.ChildText("policy") ?? "", 16, out var policy)
            ? policy
            : throw XmlError.Domain("failed to get launch security policy");
        security.EncryptionBit = Bits(element, "cbitpos", "cbitpos");
        security.ReducedAddressBits = Bits(element, "reducedPhysBits", "reduced-phys-bits");
        security.DiffieHellmanCertificate = element.ChildText("dhCert");
        security.Session = element.ChildText("session");
        return security;
    }

    internal void Format(XmlOutput output)
    {
        output.Start("launchSecurity").Attribute("type", Type.ToXml());
        if (Type == LaunchSecurityType.Sev)
        {
            output.YesNo("kernelHashes", KernelHashes).Text("cbitpos", (ulong?)EncryptionBit)
                .Text("reducedPhysBits", (ulong?)ReducedAddressBits)
                .Text("policy", string.Create(CultureInfo.InvariantCulture, $"0x{Policy:x4}"))
                .Text("dhCert", DiffieHellmanCertificate).Text("session", Session);
        }

        output.End();
    }

    private static uint? Bits(Element element, string name, string said) => element.ChildText(name) switch
    {
        null => null,
        var text when Numbers.TryUInt(text, 10, out var value) => value,
        _ => throw XmlError.Domain($"Invalid format for launch security {said}"),
    };
}
