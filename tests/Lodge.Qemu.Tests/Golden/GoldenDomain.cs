using System.Xml.Linq;
using Lodge.Testing.Golden;

namespace Lodge.Qemu.Tests.Golden;

/// <summary>What stock libvirtd makes of elements that a person writes into a domain.</summary>
/// <param name="text">The elements, the lines that they add, the options that they add, or the refusal.</param>
internal sealed class GoldenDomain(GoldenText text)
{
    private const string Base = """
        <domain type='qemu' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
          <name>golden</name>
          <uuid>6ff4f8c0-2f3e-4d9b-9c35-8a7e0e8d4f11</uuid>
          <devices><emulator>/usr/bin/qemu-system-x86_64</emulator></devices>
        </domain>
        """;

    private static readonly string[] s_devices =
    [
        "disk", "controller", "interface", "graphics", "video", "sound", "audio", "serial", "parallel", "console",
        "channel", "input", "hub", "redirdev", "redirfilter", "smartcard", "tpm", "rng", "watchdog", "panic",
        "memballoon", "shmem", "iommu", "vsock", "filesystem", "hostdev", "crypto", "lease",
    ];

    /// <summary>Every case.</summary>
    public static IReadOnlyList<GoldenText> All { get; } = GoldenText.In("Domains");

    /// <summary>The machine that the guest has.</summary>
    public string Machine =>
        text.Title.EndsWith("[q35]", StringComparison.Ordinal) ? "pc-q35-7.2" : "pc-i440fx-7.2";

    /// <summary>The guest with the elements in it.</summary>
    public string Domain => DomainWith(text.Given);

    /// <summary>The same guest with nothing in it.</summary>
    public string EmptyDomain => DomainWith("");

    private string DomainWith(string given)
    {
        var domain = XElement.Parse(Base);
        var devices = domain.Element("devices")!;
        var elements = XElement.Parse(
            $"<x xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>{given.Replace(
                "{machine}", Machine, StringComparison.Ordinal)}</x>", LoadOptions.PreserveWhitespace);
        foreach (var element in elements.Elements())
        {
            (s_devices.Contains(element.Name.ToString()) ? devices : domain).Add(element);
        }

        if (domain.Element("memory") is null) domain.Add(XElement.Parse("<memory unit='MiB'>64</memory>"));
        if (domain.Element("os") is null)
        {
            domain.Add(XElement.Parse($"<os><type arch='x86_64' machine='{Machine}'>hvm</type></os>"));
        }

        return domain.ToString(SaveOptions.DisableFormatting);
    }
}
