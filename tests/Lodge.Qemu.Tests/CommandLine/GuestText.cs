using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Completion;
using Lodge.Qemu.Preparation;
using Lodge.Qemu.Probing;
using Lodge.Qemu.Secrets;
using Lodge.Testing;

namespace Lodge.Qemu.Tests.CommandLine;

/// <summary>Command lines of small guests that are written down in the tests.</summary>
internal static class GuestText
{
    private static readonly QemuCapabilities Capabilities = QemuCapabilities.Read(RecordedQemu.Open72());

    /// <summary>Everything about the guest but its devices, where a test has no wish of its own.</summary>
    public const string Plain =
        "<memory unit='MiB'>128</memory><vcpu>1</vcpu><os><type arch='x86_64' machine='{0}'>hvm</type></os>";

    /// <summary>The arguments for a PC with some devices.</summary>
    public static IReadOnlyList<string> Pc(string devices, string name = "guest", QemuSettings? settings = null) =>
        Build(Plain.Replace("{0}", "pc-i440fx-7.2", StringComparison.Ordinal), devices, name, settings);

    /// <summary>The arguments for a PC with PCI Express and some devices.</summary>
    public static IReadOnlyList<string> Q35(string devices) =>
        Build(Plain.Replace("{0}", "pc-q35-7.2", StringComparison.Ordinal), devices, "guest", null);

    /// <summary>The arguments for any guest.</summary>
    public static IReadOnlyList<string> Build(
        string body, string devices, string name = "guest", QemuSettings? settings = null, string type = "qemu",
        string outside = "")
    {
        var definition = Read(body, devices, name, type, outside);
        DeviceAliases.Assign(definition);
        var directories = new GuestDirectories("/lib/guest", "/lib/channels");
        LiveValues.Assign(definition, settings ?? new QemuSettings(), directories, "/nvram");
        using var command = QemuCommandLine.Build(definition, Capabilities, new CommandLineContext
        {
            Settings = settings ?? new QemuSettings(),
            Directories = directories,
            MasterKey = MasterKey.Create(),
            Secrets = new OneSecret(),
        });
        return [.. command.Arguments];
    }

    /// <summary>The values of an option, in order.</summary>
    public static List<string> Values(this IReadOnlyList<string> arguments, string option)
    {
        var values = new List<string>();
        for (var i = 0; i + 1 < arguments.Count; i++)
        {
            if (arguments[i] == option) values.Add(arguments[i + 1]);
        }

        return values;
    }

    private const string NoUsb = "<controller type='usb' index='0' model='none'/>";

    private static DomainDefinition Read(string body, string devices, string name, string type, string outside) =>
        DomainXml.Parse(
            $"""
            <domain type='{type}' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
              <name>{name}</name><uuid>c7a5fdbd-edaf-9455-926a-d65c16db1809</uuid>
              {body}
              <devices>
                <emulator>/usr/bin/qemu-system-x86_64</emulator>
                {(devices.Contains("<controller type='usb'", StringComparison.Ordinal) ? "" : NoUsb)}
                <controller type='pci' index='0' model='{(body.Contains("q35", StringComparison.Ordinal) ? "pcie-root" : "pci-root")}'/>
                {devices}
              </devices>
              {outside}
            </domain>
            """,
            DomainXmlParseOptions.Configuration);

    private sealed class OneSecret : ISecretStore
    {
        public byte[] Find(SecretUsage usage, Guid? uuid, string? name) => [1, 2, 3];
    }
}
