using Lodge.Install.Drafts;
using Lodge.Install.Facts;
using Lodge.Protocol.Errors;

namespace Lodge.Corpus.Tests;

/// <summary>
/// The host on which the lines of virt-install were recorded: QEMU 7.2 for PCs, the pool and network that a fresh host
/// has, and no guests.
/// </summary>
internal sealed class InstallHost : IHostFacts
{
    private const string CapabilitiesXml =
        """
        <capabilities>
          <host>
            <cpu><arch>x86_64</arch></cpu>
            <secmodel><model>none</model></secmodel>
            <secmodel><model>dac</model></secmodel>
          </host>
          <guest>
            <os_type>hvm</os_type>
            <arch name='x86_64'>
              <emulator>/usr/bin/qemu-system-x86_64</emulator>
              <machine>pc-i440fx-7.2</machine>
              <machine canonical='pc-i440fx-7.2'>pc</machine>
              <machine>pc-q35-7.2</machine>
              <machine canonical='pc-q35-7.2'>q35</machine>
              <domain type='qemu'/>
              <domain type='kvm'/>
            </arch>
            <features><acpi default='on' toggle='yes'/><apic default='on' toggle='no'/></features>
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
          <devices>
            <graphics supported='yes'>
              <enum name='type'><value>sdl</value><value>vnc</value><value>spice</value></enum>
            </graphics>
            <video supported='yes'>
              <enum name='modelType'>
                <value>vga</value><value>cirrus</value><value>qxl</value><value>virtio</value><value>bochs</value>
              </enum>
            </video>
            <tpm supported='yes'>
              <enum name='model'><value>tpm-tis</value><value>tpm-crb</value></enum>
              <enum name='backendModel'><value>passthrough</value><value>emulator</value></enum>
            </tpm>
          </devices>
        </domainCapabilities>
        """;

    public string Driver => "qemu";

    public bool IsRemote => false;

    public bool IsUnprivileged => false;

    public HostCapabilities Capabilities { get; } = HostCapabilities.Parse(CapabilitiesXml);

    public (string Type, string? Source) DefaultNetwork => ("network", "default");

    public IReadOnlyList<HostDevice> Devices => [];

    public IReadOnlyList<Draft> Guests => [];

    public IHostStorage Storage { get; } = new InstallStorage();

    public DomainCapabilities DomainCapabilities(
        string? emulator, string? architecture, string? machine, string? type) =>
        Install.Facts.DomainCapabilities.Parse(DomainCapabilitiesXml);

    public IReadOnlyList<string> ProtectingFeatures(DomainCapabilities capabilities) => [];

    public bool HasGuest(string name) => false;

    public bool HasGuest(Guid uuid) => false;

    public bool CanBootFrom(string network) => false;

    /// <summary>A refusal in libvirt's words.</summary>
    public static VirException Refusal(VirErrorNumber code, string detail) =>
        new(code, VirErrorDomain.VIR_FROM_STORAGE, detail);
}
