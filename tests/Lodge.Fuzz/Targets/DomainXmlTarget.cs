using System.Text;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Testing;

namespace Lodge.Fuzz.Targets;

/// <summary>
/// Domain XML: refused with an error of libvirt's, or read; and what was read is written and read again the same.
/// </summary>
internal sealed class DomainXmlTarget : IFuzzTarget
{
    private const string Guest =
        """
        <domain type='qemu' id='3'><name>g</name><uuid>c7a5fdbd-edaf-9455-926a-d65c16db1809</uuid><title>t</title>
        <metadata><x:a xmlns:x='urn:x'>&lt;b&gt;</x:a></metadata>
        <memory unit='MiB'>64</memory><currentMemory unit='KiB'>1024</currentMemory><vcpu placement='static' cpuset='0-1,^1'>2</vcpu>
        <cputune><shares>2048</shares><vcpupin vcpu='0' cpuset='0'/></cputune><numatune><memory mode='strict' nodeset='0'/></numatune>
        <os firmware='efi'><type arch='x86_64' machine='q35'>hvm</type><loader readonly='yes' type='pflash'>/f</loader><boot dev='hd'/><bootmenu enable='yes' timeout='3000'/></os>
        <features><acpi/><apic/><hyperv><relaxed state='on'/><spinlocks state='on' retries='8191'/></hyperv></features>
        <cpu mode='custom' match='exact'><model fallback='allow'>qemu64</model><topology sockets='1' dies='1' cores='2' threads='1'/><feature policy='require' name='vmx'/><numa><cell id='0' cpus='0-1' memory='65536' unit='KiB'/></numa></cpu>
        <clock offset='utc'><timer name='rtc' tickpolicy='catchup'/></clock><on_poweroff>destroy</on_poweroff>
        <devices><emulator>/usr/bin/qemu-system-x86_64</emulator>
        <disk type='file' device='disk'><driver name='qemu' type='qcow2' cache='none'/><source file='/i.qcow2'/><backingStore type='file'><format type='raw'/><source file='/b'/></backingStore><target dev='vda' bus='virtio'/><iotune><total_iops_sec>10</total_iops_sec></iotune><address type='pci' domain='0x0000' bus='0x00' slot='0x04' function='0x0'/></disk>
        <disk type='network' device='cdrom'><source protocol='https' name='x'><host name='h' port='443'/></source><target dev='sda' bus='sata'/><readonly/></disk>
        <controller type='usb' model='qemu-xhci' ports='15'/><controller type='pci' index='1' model='pcie-root-port'/>
        <interface type='network'><mac address='52:54:00:e5:48:58'/><source network='default'/><model type='virtio'/><bandwidth><inbound average='1000'/></bandwidth></interface>
        <interface type='user'><ip family='ipv4' address='172.17.2.0' prefix='24'/></interface>
        <serial type='pty'><target port='0'/></serial><console type='pty'><target type='serial' port='0'/></console>
        <channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>
        <input type='tablet' bus='usb'/><tpm model='tpm-crb'><backend type='emulator' version='2.0'/></tpm>
        <graphics type='vnc' port='-1' autoport='yes'><listen type='address' address='127.0.0.1'/></graphics><sound model='ich9'/>
        <video><model type='qxl' ram='65536' vram='65536' heads='1'/></video><hostdev mode='subsystem' type='pci' managed='yes'><source><address domain='0' bus='1' slot='2' function='3'/></source></hostdev>
        <watchdog model='i6300esb' action='reset'/><memballoon model='virtio'><stats period='5'/></memballoon><rng model='virtio'><backend model='random'>/dev/urandom</backend></rng><panic model='isa'/>
        </devices><seclabel type='dynamic' model='dac' relabel='yes'/></domain>
        """;

    public string Name => "domain-xml";

    public IEnumerable<byte[]> Seeds { get; } = 
    [
        Encoding.UTF8.GetBytes(Guest),
        Encoding.UTF8.GetBytes(
            "<!DOCTYPE d [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><domain type='qemu'><name>&b;&#0;</name></domain>"),
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<metadata>", 400))),
        .. Recorded(),
    ];

    public void Run(ReadOnlySpan<byte> input)
    {
        DomainDefinition domain;
        try
        {
            domain = DomainXml.Parse(Encoding.UTF8.GetString(input), DomainXmlParseOptions.Configuration);
        }
        catch (VirException)
        {
            return;
        }

        string written;
        string again;
        try
        {
            // What completion would have filled in (an index, an address) may still be missing the first time.
            written = Rewritten(DomainXml.Format(domain, DomainXmlFormatOptions.Configuration));
            again = Rewritten(written);
        }
        catch (VirException)
        {
            return;
        }

        if (written != again)
        {
            throw new InvalidOperationException($"what was written is read differently:\n{written}\n---\n{again}");
        }
    }

    private static string Rewritten(string xml) => DomainXml.Format(
        DomainXml.Parse(xml, DomainXmlParseOptions.Configuration), DomainXmlFormatOptions.Configuration);

    private static IEnumerable<byte[]> Recorded() => Corpus.Folder is { } folder
        ? Directory.EnumerateFiles(Path.Combine(folder, "domain"), "in.xml", SearchOption.AllDirectories).Order()
            .Select(File.ReadAllBytes)
        : [];
}
