using Lodge.Model.Domain;
using Lodge.Qemu.Completion;
using Lodge.Qemu.Probing;
using Lodge.Testing;

namespace Lodge.Qemu.Tests.Completion;

/// <summary>Guests completed for the recorded QEMU 7.2.</summary>
internal static class Guest
{
    public static QemuMachineFacts Facts { get; } = new(QemuCapabilities.Read(RecordedQemu.Open72()));

    public static DomainDefinition Complete(string devices = "", string machine = "pc", string settings = "") =>
        Complete(DomainXml.Parse($"""
            <domain type='qemu'>
              <name>guest</name>
              <memory>131072</memory>
              <os><type arch='x86_64' machine='{machine}'>hvm</type></os>
              {settings}
              <devices>{devices}</devices>
            </domain>
            """, DomainXmlParseOptions.Configuration));

    public static DomainDefinition Complete(DomainDefinition domain)
    {
        DomainCompletion.Complete(domain, Facts, new CompletionOptions());
        return domain;
    }

    /// <summary>A PCI place as <c>bus:slot.function</c>.</summary>
    public static string Place(Device? device) =>
        device?.Address is PciAddress pci
            ? $"{pci.Bus:x}:{pci.Slot:x}.{pci.Function:x}" : device?.Address?.Type.ToXml() ?? "none";
}
