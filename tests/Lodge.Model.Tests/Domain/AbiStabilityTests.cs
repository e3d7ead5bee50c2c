using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Tests.Domain;

/// <summary>What a guest would see changed is refused; what it does not see may change.</summary>
public sealed class AbiStabilityTests
{
    private const string Settings = """
        <genid>43dc0cf8-809b-4adb-9bea-a9abb5f3d90e</genid>
        <sysinfo type='smbios'><system><entry name='product'>one</entry></system></sysinfo>
        <features><acpi/><apic eoi='on'/><hyperv mode='custom'><relaxed state='on'/><spinlocks state='on' retries='4096'/></hyperv><kvm><hidden state='on'/></kvm><smm state='on'><tseg unit='MiB'>48</tseg></smm></features>
        <cpu mode='custom' match='exact' check='none'><model fallback='forbid'>qemu64</model><topology sockets='1' dies='1' cores='1' threads='1'/><feature policy='require' name='aes'/><numa><cell id='0' cpus='0' memory='131072' unit='KiB'/></numa></cpu>
        <clock offset='utc'><timer name='hpet' present='no'/></clock>
        """;

    private const string Devices = """
        <disk type='file' device='disk'><driver name='qemu' queues='2' iommu='on'/><source file='/a'/><target dev='vda' bus='virtio'/><serial>1</serial><address type='pci' domain='0x0000' bus='0x00' slot='0x05' function='0x0'/></disk>
        <disk type='file' device='disk'><source file='/b'/><target dev='sda' bus='scsi'/><wwn>5000c50015ea71ac</wwn><address type='drive' controller='0' bus='0' target='0' unit='3'/></disk>
        <controller type='virtio-serial' index='0' ports='4' vectors='3'/>
        <filesystem type='mount'><source dir='/s'/><target dir='tag'/></filesystem>
        <interface type='user'><mac address='52:54:00:00:00:01'/><model type='virtio'/><mtu size='1500'/></interface>
        <serial type='pty'><target type='isa-serial' port='0'><model name='isa-serial'/></target></serial>
        <channel type='pty'><target type='virtio' name='org.one'/><address type='virtio-serial' controller='0' bus='0' port='1'/></channel>
        <input type='tablet' bus='usb'/>
        <tpm model='tpm-crb'><backend type='emulator' version='2.0'><active_pcr_banks><sha256/></active_pcr_banks></backend></tpm>
        <sound model='ich6'/>
        <video><model type='qxl' ram='65536' vram='32768' vgamem='16384' heads='1'/></video>
        <hostdev mode='subsystem' type='usb'><source><vendor id='0x1234'/><product id='0xbeef'/></source></hostdev>
        <redirdev bus='usb' type='spicevmc'/>
        <redirfilter><usbdev class='0x08' vendor='0x1234' product='0xbeef' version='2.56' allow='yes'/></redirfilter>
        <watchdog model='i6300esb' action='reset'/>
        <memballoon model='virtio' autodeflate='on'/>
        <rng model='virtio'><backend model='random'>/dev/urandom</backend></rng>
        <panic model='isa'><address type='isa' iobase='0x505'/></panic>
        <shmem name='m' role='peer'><model type='ivshmem-plain'/><size unit='M'>4</size></shmem>
        <iommu model='intel'><driver intremap='on' iotlb='on'/></iommu>
        <vsock model='virtio'><cid auto='no' address='3'/></vsock>
        """;

    [Theory]
    [InlineData("type='qemu'", "type='kvm'", "Target domain virt type kvm does not match source qemu")]
    [InlineData("43dc0cf8", "53dc0cf8", "Target domain genid 53dc0cf8-")]
    [InlineData("<name>guest", "<name>other", "Target domain name 'other' does not match source 'guest'")]
    [InlineData("<memory unit='KiB'>131072</memory>", "<memory unit='KiB'>262144</memory>",
        "Target domain max memory 262144 does not match source 131072")]
    [InlineData(
        "memory='131072'", "memory='131080'", "Size of target NUMA node 0 (131080) doesn't match source (131072)")]
    [InlineData("<vcpu>1</vcpu>", "<vcpu>2</vcpu>", "Target domain vCPU max 2 does not match source 1")]
    [InlineData("machine='pc'", "machine='q35'", "Target domain machine type q35 does not match source pc")]
    [InlineData("<acpi/>", "", "State of feature 'acpi' differs: source: 'on', destination: 'default'")]
    [InlineData(
        "eoi='on'", "eoi='off'", "State of feature 'apic' differs: source: 'on,eoi=on', destination: 'on,eoi=off'")]
    [InlineData("<relaxed state='on'/>", "<relaxed state='off'/>", "HyperV enlightenment feature 'relaxed' differs")]
    [InlineData(
        "retries='4096'", "retries='8191'", "HyperV spinlock retry count differs: source: '4096', destination: '8191'")]
    [InlineData("<hidden state='on'/>", "<hidden state='off'/>", "State of KVM feature 'hidden' differs")]
    [InlineData("<tseg unit='MiB'>48", "<tseg unit='MiB'>32",
        "Size of SMM TSEG size differs: source: '48 MiB', destination: '32 MiB'")]
    [InlineData("present='no'", "present='yes'", "Target timer presence 'yes' does not match source 'no'")]
    [InlineData("cores='1'", "cores='2'", "Target CPU cores 2 does not match source 1")]
    [InlineData(
        "policy='require'", "policy='disable'", "Target CPU feature policy disable does not match source require")]
    [InlineData("<entry name='product'>one", "<entry name='product'>two",
        "Target sysinfo system product two does not match source one")]
    public void What_the_guest_sees_of_its_machine_stays(string before, string after, string words) =>
        Refused(before, after, words);

    [Theory]
    [InlineData("<serial>1</serial>", "<serial>2</serial>", "Target disk serial 2 does not match source 1")]
    [InlineData("queues='2'", "queues='4'", "Target disk queue count 4 does not match source 2")]
    [InlineData("iommu='on'", "iommu='off'", "Target device iommu option 'off' does not match source 'on'")]
    [InlineData(
        "slot='0x05'", "slot='0x06'", "Target device PCI address 0000:00:06.0 does not match source 0000:00:05.0")]
    [InlineData("5000c50015ea71ac", "5000c50015ea71ad", "Target disk wwn '5000c50015ea71ad' does not match source")]
    [InlineData("unit='3'", "unit='4'", "Target device drive address 0:0:4 does not match source 0:0:3")]
    [InlineData("ports='4'", "ports='8'", "Target controller ports 8 does not match source 4")]
    [InlineData(
        "<target dir='tag'/>", "<target dir='gat'/>", "Target filesystem guest target gat does not match source tag")]
    [InlineData(
        "52:54:00:00:00:01", "52:54:00:00:00:02", "Target network card mac 52:54:00:00:00:02 does not match source")]
    [InlineData("<mtu size='1500'/>", "<mtu size='9000'/>", "Target network card MTU 9000 does not match source 1500")]
    [InlineData("port='0'>", "port='1'>", "Target serial port 1 does not match source 0")]
    [InlineData("org.one", "org.two", "Target channel name org.two does not match source org.one")]
    [InlineData("port='1'/>", "port='2'/>", "Target device virtio serial address 0:0:2 does not match source 0:0:1")]
    [InlineData("type='tablet'", "type='mouse'", "Target input device type mouse does not match source tablet")]
    [InlineData("version='2.0'", "version='1.2'", "Target TPM version doesn't match source")]
    [InlineData("<sha256/>", "<sha512/>", "Target active PCR banks doesn't match source")]
    [InlineData(
        "<sound model='ich6'/>", "<sound model='ich9'/>", "Target sound card model ich9 does not match source ich6")]
    [InlineData("vgamem='16384'", "vgamem='8192'", "Target video card vgamem 8192 does not match source 16384")]
    [InlineData("allow='yes'", "allow='no'", "Target USB allow 'no' does not match source 'yes'")]
    [InlineData("model='i6300esb'", "model='ib700'", "Target watchdog model ib700 does not match source i6300esb")]
    [InlineData("autodeflate='on'", "autodeflate='off'",
        "Target balloon autodeflate attribute value 'off' does not match source 'on'")]
    [InlineData("<rng model='virtio'>", "<rng model='virtio-transitional'>",
        "Target RNG model 'virtio-transitional' does not match")]
    [InlineData("iobase='0x505'", "iobase='0x506'", "Target device isa address 1286:0 does not match source 1285:0")]
    [InlineData("role='peer'", "role='master'", "Target shared memory role 'master' does not match source role 'peer'")]
    [InlineData("iotlb='on'", "iotlb='off'", "Target domain IOMMU device iotlb value 'off' does not match source 'on'")]
    [InlineData("<vsock model='virtio'>", "<vsock model='virtio-transitional'>",
        "Target domain vsock device model 'virtio-transitional'")]
    public void What_the_guest_sees_of_a_device_stays(string before, string after, string words) =>
        Refused(before, after, words);

    [Theory]
    [InlineData("<sound model='ich6'/>", "Target domain sound card count 0 does not match source 1")]
    [InlineData(
        "<redirdev bus='usb' type='spicevmc'/>", "Target domain redirected devices count 0 does not match source 1")]
    [InlineData(
        "<watchdog model='i6300esb' action='reset'/>", "Target domain watchdog count 0 does not match source 1")]
    public void A_device_does_not_go_away(string device, string words) => Refused(device, "", words);

    [Theory]
    [InlineData("file='/a'", "file='/elsewhere'")]
    [InlineData("<vcpu>1</vcpu>", "<title>other</title><vcpu>1</vcpu>")]
    [InlineData("action='reset'", "action='none'")]
    [InlineData("/dev/urandom", "/dev/random")]
    public void What_the_guest_does_not_see_may_change(string before, string after) => Check(before, after);

    [Fact]
    public void A_running_guests_processor_is_settled_and_not_compared()
    {
        var (source, target) = Both("<feature policy='require' name='aes'/>", "");
        source.Id = 3;
        AbiStability.Check(source, target);
    }

    private static void Refused(string before, string after, string words)
    {
        var refused = Assert.Throws<VirException>(() => Check(before, after));
        Assert.Equal(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, refused.Code);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    private static void Check(string before, string after)
    {
        var (source, target) = Both(before, after);
        AbiStability.Check(source, target);
    }

    private static (DomainDefinition Source, DomainDefinition Target) Both(string before, string after)
    {
        var text = DomainText.With(Devices, Settings);
        Assert.Contains(before, text, StringComparison.Ordinal);
        return (Parse(text), Parse(text.Replace(before, after, StringComparison.Ordinal)));
    }

    private static DomainDefinition Parse(string xml) => DomainXml.Parse(xml, DomainXmlParseOptions.Configuration);
}
