namespace Lodge.Install.Options;

/// <content>What kind of guest it is.</content>
internal sealed partial class GuestPlan
{
    /// <summary>Kind of virtualization (<c>hvm</c>).</summary>
    public string? OsType => Domain["os/type"];

    /// <summary>Its architecture.</summary>
    public string? Architecture => Domain["os/type/@arch"];

    /// <summary>Its type of machine.</summary>
    public string? Machine => Domain["os/type/@machine"];

    /// <summary>Whether QEMU runs it.</summary>
    public bool IsQemu => Host.Driver == "qemu";

    /// <summary>Whether nothing runs it: the connection is libvirt's test driver.</summary>
    public bool IsTest => Host.Driver == "test";

    /// <summary>Whether it is a whole machine.</summary>
    public bool IsHvm => OsType == "hvm";

    /// <summary>Whether it is a container.</summary>
    public bool IsContainer => OsType == "exe";

    /// <summary>Whether it knows that it runs on Xen.</summary>
    public bool IsParavirtual => OsType is "xen" or "linux";

    /// <summary>Whether it is a PC.</summary>
    public bool IsX86 => Architecture is "x86_64" or "i686";

    /// <summary>Whether it is a PC with PCI Express.</summary>
    public bool IsQ35 => IsX86 && Machine?.Contains("q35", StringComparison.Ordinal) == true;

    /// <summary>Whether it is an ARM machine made for guests.</summary>
    public bool IsArmVirt => Architecture is "armv7l" or "aarch64" && HasMachine("virt");

    /// <summary>Whether it is a POWER machine.</summary>
    public bool IsPseries => Architecture is "ppc64" or "ppc64le" && HasMachine("pseries");

    /// <summary>Whether it is a mainframe.</summary>
    public bool IsS390 => Architecture == "s390x";

    /// <summary>Whether it is a RISC-V machine made for guests.</summary>
    public bool IsRiscVirt => Architecture is "riscv64" or "riscv32" && HasMachine("virt");

    /// <summary>Whether it boots from UEFI.</summary>
    public bool IsUefi =>
        (!string.IsNullOrEmpty(Domain["os/loader"]) && Domain["os/loader/@type"] == "pflash")
        || Domain["os/@firmware"] == "efi";

    /// <summary>Whether it has PCI Express of itself.</summary>
    public bool HasPciExpress => IsQ35 || IsArmVirt || IsRiscVirt;

    /// <summary>Whether it has a SPICE display.</summary>
    public bool HasSpice => Domain.All("devices/graphics").Any(display => display["@type"] == "spice");

    /// <summary>Whether it has a display that shows three dimensions.</summary>
    public bool HasOpenGl => Domain.All("devices/graphics").Any(display => display["gl/@enable"] == "yes");

    /// <summary>Whether it is a container with a whole operating system in it.</summary>
    public bool IsWholeSystemContainer =>
        IsContainer && Domain.All("devices/filesystem").Any(shared => shared["target/@dir"] == "/");

    /// <summary>What guests such as it can have.</summary>
    public Facts.DomainCapabilities DomainCapabilities =>
        Host.DomainCapabilities(Domain["devices/emulator"], Architecture, Machine, Domain["@type"]);

    /// <summary>What the host says of guests such as it.</summary>
    /// <exception cref="FormatException">The host runs no such guest.</exception>
    public Facts.GuestCapabilities Capabilities =>
        Host.Capabilities.Find(OsType, Architecture, Domain["@type"], Machine);

    /// <summary>Whether virtio devices suit it, if its operating system has drivers for them.</summary>
    public bool SupportsVirtio(bool hasDriver) =>
        IsQemu && (IsArmVirt || IsRiscVirt || IsS390 || IsPseries || (hasDriver && IsX86));

    private bool HasMachine(string prefix) => Machine?.StartsWith(prefix, StringComparison.Ordinal) == true;
}
