using Lodge.Model.Domain;

namespace Lodge.Qemu.Tests.Preparation;

/// <summary>Guests as people have them, complete with all addresses.</summary>
internal static class TypicalGuests
{
    /// <summary>A PC as of old: IDE, USB 1, VNC, and whatever else hangs on PCI.</summary>
    public static DomainDefinition Pc(string disk) => Read($"""
        <domain type='qemu'>
          <name>pc, old</name>
          <uuid>c7a5fdbd-edaf-9455-926a-d65c16db1809</uuid>
          <memory unit='MiB'>128</memory>
          <currentMemory unit='MiB'>64</currentMemory>
          <vcpu>1</vcpu>
          <os><type arch='x86_64' machine='pc-i440fx-7.2'>hvm</type><boot dev='hd'/><boot dev='cdrom'/></os>
          <features><acpi/></features>
          <cpu mode='custom' match='exact'><model>qemu64</model></cpu>
          <clock offset='variable' adjustment='3600' basis='utc'><timer name='rtc' tickpolicy='catchup'/></clock>
          <on_reboot>destroy</on_reboot>
          <devices>
            <emulator>/usr/bin/qemu-system-x86_64</emulator>
            <disk type='file' device='disk'>
              <driver name='qemu' type='raw' cache='none' discard='unmap'/>
              <source file='{disk}'/>
              <target dev='vda' bus='virtio'/>
              <iotune><total_bytes_sec>1000000</total_bytes_sec></iotune>
              <serial>a, serial</serial>
              <address type='pci' domain='0' bus='0' slot='4' function='0'/>
            </disk>
            <disk type='file' device='cdrom'>
              <target dev='hda' bus='ide'/><readonly/>
              <address type='drive' controller='0' bus='0' target='0' unit='0'/>
            </disk>
            <controller type='usb' index='0' model='piix3-uhci'>
              <address type='pci' domain='0' bus='0' slot='1' function='2'/>
            </controller>
            <controller type='pci' index='0' model='pci-root'/>
            <controller type='ide' index='0'><address type='pci' domain='0' bus='0' slot='1' function='1'/></controller>
            <controller type='virtio-serial' index='0'>
              <address type='pci' domain='0' bus='0' slot='5' function='0'/>
            </controller>
            <interface type='user'>
              <mac address='52:54:00:12:34:56'/><model type='virtio'/><link state='down'/>
              <address type='pci' domain='0' bus='0' slot='3' function='0'/>
            </interface>
            <serial type='pty'><target type='isa-serial' port='0'><model name='isa-serial'/></target></serial>
            <console type='pty'><target type='serial' port='0'/></console>
            <channel type='unix'>
              <target type='virtio' name='org.qemu.guest_agent.0'/>
              <address type='virtio-serial' controller='0' bus='0' port='1'/>
            </channel>
            <input type='tablet' bus='usb'><address type='usb' bus='0' port='1'/></input>
            <graphics type='vnc' port='-1' autoport='yes' passwd='secret'><listen type='address'/></graphics>
            <audio id='1' type='none'/>
            <sound model='ich6'><address type='pci' domain='0' bus='0' slot='6' function='0'/></sound>
            <video>
              <model type='cirrus' vram='16384' heads='1' primary='yes'/>
              <address type='pci' domain='0' bus='0' slot='2' function='0'/>
            </video>
            <watchdog model='i6300esb' action='dump'>
              <address type='pci' domain='0' bus='0' slot='7' function='0'/>
            </watchdog>
            <memballoon model='virtio'>
              <stats period='5'/>
              <address type='pci' domain='0' bus='0' slot='8' function='0'/>
            </memballoon>
            <rng model='virtio'>
              <backend model='random'>/dev/urandom</backend>
              <address type='pci' domain='0' bus='0' slot='9' function='0'/>
            </rng>
            <panic model='isa'><address type='isa' iobase='0x505'/></panic>
          </devices>
        </domain>
        """);

    /// <summary>A PC of today: PCI Express, UEFI, a TPM, USB 3, SPICE.</summary>
    public static DomainDefinition Q35(string disk) => Read($"""
        <domain type='qemu'>
          <name>q35</name>
          <uuid>c7a5fdbd-edaf-9455-926a-d65c16db180a</uuid>
          <memory unit='MiB'>256</memory>
          <currentMemory unit='MiB'>256</currentMemory>
          <vcpu>2</vcpu>
          <os firmware='efi'>
            <type arch='x86_64' machine='pc-q35-7.2'>hvm</type>
            <firmware><feature enabled='no' name='secure-boot'/></firmware>
          </os>
          <features><acpi/><apic/><vmport state='off'/></features>
          <cpu mode='custom' match='exact'><model>qemu64</model></cpu>
          <clock offset='utc'/>
          <devices>
            <emulator>/usr/bin/qemu-system-x86_64</emulator>
            <disk type='file' device='disk'>
              <driver name='qemu' type='raw'/>
              <source file='{disk}'/>
              <target dev='vda' bus='virtio'/>
              <boot order='1'/>
              <address type='pci' domain='0' bus='2' slot='0' function='0'/>
            </disk>
            <controller type='pci' index='0' model='pcie-root'/>
            <controller type='pci' index='1' model='pcie-root-port'>
              <model name='pcie-root-port'/><target chassis='1' port='0x10'/>
              <address type='pci' domain='0' bus='0' slot='2' function='0' multifunction='on'/>
            </controller>
            <controller type='pci' index='2' model='pcie-root-port'>
              <model name='pcie-root-port'/><target chassis='2' port='0x11'/>
              <address type='pci' domain='0' bus='0' slot='2' function='1'/>
            </controller>
            <controller type='pci' index='3' model='pcie-root-port'>
              <model name='pcie-root-port'/><target chassis='3' port='0x12'/>
              <address type='pci' domain='0' bus='0' slot='2' function='2'/>
            </controller>
            <controller type='pci' index='4' model='pcie-root-port'>
              <model name='pcie-root-port'/><target chassis='4' port='0x13'/>
              <address type='pci' domain='0' bus='0' slot='2' function='3'/>
            </controller>
            <controller type='usb' index='0' model='qemu-xhci' ports='15'>
              <address type='pci' domain='0' bus='3' slot='0' function='0'/>
            </controller>
            <controller type='virtio-serial' index='0'>
              <address type='pci' domain='0' bus='4' slot='0' function='0'/>
            </controller>
            <controller type='sata' index='0'>
              <address type='pci' domain='0' bus='0' slot='0x1f' function='2'/>
            </controller>
            <interface type='user'>
              <mac address='52:54:00:12:34:57'/><model type='virtio'/>
              <address type='pci' domain='0' bus='1' slot='0' function='0'/>
            </interface>
            <serial type='pty'>
              <log file='{disk}.log' append='on'/>
              <target type='isa-serial' port='0'><model name='isa-serial'/></target>
            </serial>
            <console type='pty'><target type='serial' port='0'/></console>
            <channel type='spicevmc'>
              <target type='virtio' name='com.redhat.spice.0'/>
              <address type='virtio-serial' controller='0' bus='0' port='1'/>
            </channel>
            <tpm model='tpm-crb'><backend type='emulator' version='2.0'/></tpm>
            <input type='keyboard' bus='usb'><address type='usb' bus='0' port='1'/></input>
            <graphics type='spice' autoport='yes'><listen type='address'/></graphics>
            <audio id='1' type='spice'/>
            <video>
              <model type='virtio' heads='1' primary='yes'/>
              <address type='pci' domain='0' bus='0' slot='1' function='0'/>
            </video>
            <redirdev bus='usb' type='spicevmc'><address type='usb' bus='0' port='2'/></redirdev>
            <memballoon model='none'/>
          </devices>
        </domain>
        """);

    private static DomainDefinition Read(string xml) => DomainXml.Parse(xml, DomainXmlParseOptions.Configuration);
}
