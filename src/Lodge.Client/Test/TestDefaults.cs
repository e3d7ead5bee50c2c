namespace Lodge.Client.Test;

/// <summary>
/// What <c>test:///default</c> has from the beginning: the names and numbers that scripts written for libvirt expect.
/// </summary>
internal static class TestDefaults
{
    public const string DomainXml = """
        <domain type='test'>
          <name>test</name>
          <uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid>
          <memory unit='KiB'>8388608</memory>
          <currentMemory unit='KiB'>2097152</currentMemory>
          <vcpu>2</vcpu>
          <os><type>hvm</type></os>
          <devices>
            <disk type='file' device='disk'>
              <source file='/guest/diskimage1'/>
              <target dev='vda' bus='virtio'/>
              <address type='pci' domain='0x0000' bus='0x01' slot='0x00' function='0x0'/>
            </disk>
            <interface type='network'>
              <mac address='aa:bb:cc:dd:ee:ff'/>
              <source network='default'/>
              <address type='pci' domain='0x0000' bus='0x00' slot='0x01' function='0x0'/>
            </interface>
            <memballoon model='virtio'>
              <address type='pci' domain='0x0000' bus='0x00' slot='0x02' function='0x0'/>
            </memballoon>
          </devices>
        </domain>
        """;

    public const string NetworkName = "default";
    public const string NetworkUuid = "dd8fe884-6c02-601e-7551-cca97df1c5df";
    public const string NetworkBridge = "virbr0";
    public const string NetworkXml = """
        <network>
          <name>default</name>
          <uuid>dd8fe884-6c02-601e-7551-cca97df1c5df</uuid>
          <forward mode='nat'/>
          <bridge name='virbr0' stp='on' delay='0'/>
          <ip address='192.168.122.1' netmask='255.255.255.0'>
            <dhcp>
              <range start='192.168.122.2' end='192.168.122.254'/>
            </dhcp>
          </ip>
        </network>

        """;

    public const string PoolName = "default-pool";
    public const string PoolUuid = "dfe224cb-28fb-8dd0-c4b2-64eb3f0f4566";
    public const ulong PoolCapacity = 107374182400;
    public const string PoolXml = """
        <pool type='dir'>
          <name>default-pool</name>
          <uuid>dfe224cb-28fb-8dd0-c4b2-64eb3f0f4566</uuid>
          <capacity unit='bytes'>107374182400</capacity>
          <allocation unit='bytes'>0</allocation>
          <available unit='bytes'>107374182400</available>
          <source>
          </source>
          <target>
            <path>/default-pool</path>
          </target>
        </pool>

        """;

    public const string InterfaceName = "eth1";
    public const string InterfaceMac = "aa:bb:cc:dd:ee:ff";
    public const string InterfaceXml = """
        <interface type='ethernet' name='eth1'>
          <start mode='onboot'/>
          <mtu size='1492'/>
          <protocol family='ipv4'>
            <ip address='192.168.0.5' prefix='24'/>
            <route gateway='192.168.0.1'/>
          </protocol>
          <mac address='aa:bb:cc:dd:ee:ff'/>
        </interface>

        """;

    public const string SysinfoXml = """
        <sysinfo type='smbios'>
          <bios>
            <entry name='vendor'>LENOVO</entry>
            <entry name='version'>G4ETA1WW (2.61 )</entry>
            <entry name='date'>05/07/2014</entry>
            <entry name='release'>2.61</entry>
          </bios>
        </sysinfo>

        """;

    public const string ComputerName = "computer";
    public const string ComputerXml = """
        <device>
          <name>computer</name>
          <capability type='system'>
            <hardware>
              <vendor>Libvirt</vendor>
              <version>Test driver</version>
              <serial>123456</serial>
              <uuid>11111111-2222-3333-4444-555555555555</uuid>
            </hardware>
            <firmware>
              <vendor>Libvirt</vendor>
              <version>Test Driver</version>
              <release_date>01/22/2007</release_date>
            </firmware>
          </capability>
        </device>

        """;
}
