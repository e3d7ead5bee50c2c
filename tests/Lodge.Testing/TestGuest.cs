namespace Lodge.Testing;

/// <summary>
/// The small Linux guest that <c>tools/testguest/build</c> makes; up in two to three seconds without KVM.
/// </summary>
public static class TestGuest
{
    /// <summary>Its folder: <c>LODGE_TESTGUEST</c>, by default <c>artifacts/testguest</c> of the checkout.</summary>
    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("LODGE_TESTGUEST") is { Length: > 0 } named
            ? named
            : Path.Combine(Checkout.Folder, "artifacts", "testguest");

    /// <summary>True when it has been built.</summary>
    public static bool IsBuilt => File.Exists(Path.Combine(Folder, "vmlinux"));

    /// <summary>True when its disk has been built too: <c>disk.qcow2</c>, which boots by itself.</summary>
    public static bool HasDisk => File.Exists(Path.Combine(Folder, "disk.qcow2"));

    /// <summary>The kernel command line it boots fastest with.</summary>
    public static string KernelArguments => File.ReadAllText(Path.Combine(Folder, "cmdline")).Trim();

    /// <summary>The XML of a guest with a console, an agent channel, a network card of its own and a balloon.</summary>
    public static string Xml(string name, string more = "") => $"""
        <domain type='qemu'>
          <name>{name}</name>
          <memory unit='MiB'>192</memory>
          <vcpu>1</vcpu>
          <os>
            <type arch='x86_64' machine='q35'>hvm</type>
            <kernel>{Folder}/vmlinux</kernel>
            <initrd>{Folder}/initrd</initrd>
            <cmdline>{KernelArguments}</cmdline>
          </os>
          <features><acpi/></features>
          <devices>
            <interface type='user'><model type='virtio'/></interface>
            <serial type='pty'/>
            <console type='pty'/>
            <channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>
            <memballoon model='virtio'/>
            {more}
          </devices>
        </domain>
        """;

    /// <summary>The XML of a machine without a system: QEMU and firmware alone, the quickest to start.</summary>
    public static string EmptyXml(string name) => $"""
        <domain type='qemu'>
          <name>{name}</name>
          <memory unit='MiB'>64</memory>
          <vcpu>1</vcpu>
          <os><type arch='x86_64' machine='q35'>hvm</type></os>
          <features><acpi/></features>
          <devices><serial type='pty'/><console type='pty'/></devices>
        </domain>
        """;
}
