using Lodge.Install.Drafts;
using Lodge.Install.Facts;
using Lodge.Protocol.Errors;

namespace Lodge.Install.Tests;

/// <summary>A host that is always the same: QEMU for PCs, an Opteron, and no guests.</summary>
internal sealed class FixedHost : IHostFacts
{
    private const string CapabilitiesXml =
        """
        <capabilities>
          <host>
            <cpu><arch>x86_64</arch><model>Opteron_G4</model></cpu>
            <secmodel><model>selinux</model></secmodel>
            <secmodel><model>dac</model></secmodel>
          </host>
          <guest>
            <os_type>hvm</os_type>
            <arch name='x86_64'>
              <emulator>/usr/bin/qemu-system-x86_64</emulator>
              <machine canonical='pc-i440fx-7.2'>pc</machine>
              <machine canonical='pc-q35-7.2'>q35</machine>
              <domain type='qemu'/>
              <domain type='kvm'/>
            </arch>
            <features><acpi default='on' toggle='yes'/><apic default='on' toggle='no'/></features>
          </guest>
          <guest>
            <os_type>hvm</os_type>
            <arch name='aarch64'>
              <emulator>/usr/bin/qemu-system-aarch64</emulator>
              <machine canonical='virt-7.2'>virt</machine>
              <domain type='qemu'/>
            </arch>
            <features><acpi default='on' toggle='yes'/></features>
          </guest>
          <guest>
            <os_type>hvm</os_type>
            <arch name='s390x'>
              <emulator>/usr/bin/qemu-system-s390x</emulator>
              <machine canonical='s390-ccw-virtio-7.2'>s390-ccw-virtio</machine>
              <domain type='qemu'/>
            </arch>
          </guest>
          <guest>
            <os_type>hvm</os_type>
            <arch name='ppc64le'>
              <emulator>/usr/bin/qemu-system-ppc64</emulator>
              <machine canonical='pseries-7.2'>pseries</machine>
              <domain type='qemu'/>
            </arch>
          </guest>
          <guest>
            <os_type>hvm</os_type>
            <arch name='riscv64'>
              <emulator>/usr/bin/qemu-system-riscv64</emulator>
              <machine>virt</machine>
              <domain type='qemu'/>
            </arch>
          </guest>
        </capabilities>
        """;

    private const string DomainCapabilitiesXml =
        """
        <domainCapabilities>
          <os supported='yes'>
            <enum name='firmware'><value>efi</value></enum>
            <loader supported='yes'><enum name='readonly'><value>yes</value></enum></loader>
          </os>
          <cpu>
            <mode name='host-passthrough' supported='yes'>
              <enum name='hostPassthroughMigratable'><value>on</value></enum>
            </mode>
          </cpu>
          <devices>
            <graphics supported='yes'><enum name='type'><value>vnc</value><value>spice</value></enum></graphics>
            <video supported='yes'><enum name='modelType'><value>qxl</value><value>virtio</value></enum></video>
            <tpm supported='yes'>
              <enum name='model'><value>tpm-tis</value><value>tpm-crb</value></enum>
              <enum name='backendModel'><value>emulator</value></enum>
            </tpm>
          </devices>
        </domainCapabilities>
        """;

    public string Driver { get; init; } = "qemu";

    public bool IsRemote { get; init; }

    public bool IsUnprivileged { get; init; }

    public HostCapabilities Capabilities { get; } = HostCapabilities.Parse(CapabilitiesXml);

    public (string Type, string? Source) DefaultNetwork { get; init; } = ("network", "default");

    public IReadOnlyList<HostDevice> Devices { get; init; } = [];

    public IReadOnlyList<Draft> Guests { get; init; } = [];

    public IHostStorage Storage { get; init; } = new FixedStorage();

    public DomainCapabilities DomainCapabilities(
        string? emulator, string? architecture, string? machine, string? type) =>
        Facts.DomainCapabilities.Parse(DomainCapabilitiesXml);

    public IReadOnlyList<string> ProtectingFeatures(DomainCapabilities capabilities) => [];

    public bool HasGuest(string name) => Guests.Any(guest => guest["name"] == name);

    public bool HasGuest(Guid uuid) => false;

    public bool CanBootFrom(string network) => true;
}
