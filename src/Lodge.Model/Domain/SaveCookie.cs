using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>
/// What is noted beside the XML of a saved guest or of a snapshot: the CPU exactly as the guest saw it.
/// </summary>
/// <remarks>Source: libvirt's <c>qemuDomainSaveCookie</c>.</remarks>
public static class SaveCookie
{
    /// <summary>Writes the cookie of a running guest.</summary>
    /// <param name="live">Its live definition.</param>
    public static string Format(DomainDefinition live)
    {
        ArgumentNullException.ThrowIfNull(live);
        var output = new XmlOutput();
        FormatElement(output, live.Cpu);
        return output.ToString();
    }

    /// <summary>The CPU of a cookie, or null where it has none.</summary>
    /// <param name="cookie">The cookie's XML, or null for no cookie.</param>
    /// <exception cref="VirException">The cookie is no XML, or its CPU is none.</exception>
    public static Cpu? ReadCpu(string? cookie) =>
        cookie is null ? null : ReadCpu(XmlReading.Read(cookie, VirErrorDomain.VIR_FROM_DOMAIN));

    internal static Cpu? ReadCpu(Element cookie) => cookie.Child("cpu") is { } cpu ? Cpu.Parse(cpu) : null;

    internal static void FormatElement(XmlOutput output, Cpu? cpu)
    {
        output.Start("cookie");
        cpu?.Format(output, null);
        output.End();
    }
}
