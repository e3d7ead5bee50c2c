using Lodge.Model.Domain;

namespace Lodge.Model.Tests.Domain;

/// <summary>Every kind of device is written as it was read.</summary>
public sealed class DeviceRoundTripTests
{
    public static TheoryData<string> Devices { get; } =
    [
        """
        <disk type='file' device='disk'>
          <driver name='qemu' type='qcow2' cache='none' io='native' discard='unmap'/>
          <source file='/images/one.qcow2'>
            <seclabel model='dac' relabel='no'/>
          </source>
          <backingStore type='file'>
            <format type='raw'/>
            <source file='/images/base.raw'/>
            <backingStore/>
          </backingStore>
          <target dev='vda' bus='virtio'/>
          <iotune>
            <total_bytes_sec>10000000</total_bytes_sec>
            <read_iops_sec>400</read_iops_sec>
          </iotune>
          <serial>WD-1</serial>
          <boot order='1'/>
          <address type='pci' domain='0x0000' bus='0x00' slot='0x04' function='0x0'/>
        </disk>
        """,
        """
        <disk type='network' device='disk'>
          <driver name='qemu' type='raw'/>
          <auth username='me'>
            <secret type='ceph' usage='pool'/>
          </auth>
          <source protocol='rbd' name='pool/image'>
            <host name='mon1.example.org' port='6321'/>
            <host name='mon2.example.org'/>
            <snapshot name='before'/>
            <config file='/etc/ceph/own.conf'/>
          </source>
          <target dev='vdb' bus='virtio'/>
        </disk>
        """,
        """
        <disk type='volume' device='cdrom'>
          <driver name='qemu' type='raw'/>
          <source pool='default' volume='install.iso'/>
          <target dev='hdc' bus='ide'/>
          <readonly/>
          <address type='drive' controller='0' bus='1' target='0' unit='0'/>
        </disk>
        """,
        """
        <controller type='pci' index='1' model='pcie-root-port'>
          <model name='pcie-root-port'/>
          <target chassis='1' port='0x10' hotplug='off'/>
          <address type='pci' domain='0x0000' bus='0x00' slot='0x02' function='0x0' multifunction='on'/>
        </controller>
        """,
        """
        <filesystem type='mount' accessmode='passthrough'>
          <driver type='virtiofs' queue='1024'/>
          <binary path='/usr/libexec/virtiofsd' xattr='on'>
            <cache mode='always'/>
            <lock posix='off' flock='off'/>
          </binary>
          <source dir='/share'/>
          <target dir='share'/>
        </filesystem>
        """,
        """
        <interface type='bridge'>
          <mac address='52:54:00:12:34:56'/>
          <source bridge='br0'/>
          <bandwidth>
            <inbound average='1000' peak='5000' burst='1024'/>
            <outbound average='128'/>
          </bandwidth>
          <target dev='tap7'/>
          <model type='virtio'/>
          <driver name='vhost' queues='4' rx_queue_size='256'>
            <host gso='off'/>
            <guest tso4='off'/>
          </driver>
          <link state='down'/>
          <mtu size='1400'/>
          <acpi index='3'/>
        </interface>
        """,
        """
        <serial type='tcp'>
          <source mode='bind' host='127.0.0.1' service='4555' tls='no'/>
          <protocol type='telnet'/>
          <target type='isa-serial' port='0'>
            <model name='isa-serial'/>
          </target>
        </serial>
        """,
        """
        <channel type='unix'>
          <source mode='bind' path='/run/agent.sock'>
            <reconnect enabled='no'/>
          </source>
          <target type='virtio' name='org.qemu.guest_agent.0'/>
          <address type='virtio-serial' controller='0' bus='0' port='1'/>
        </channel>
        """,
        """
        <input type='passthrough' bus='virtio'>
          <source evdev='/dev/input/event3'/>
        </input>
        """,
        """
        <tpm model='tpm-crb'>
          <backend type='emulator' version='2.0' persistent_state='yes'>
            <encryption secret='32ee7e76-2178-47a1-ab7b-269e6e348015'/>
            <active_pcr_banks>
              <sha256/>
            </active_pcr_banks>
          </backend>
        </tpm>
        """,
        """
        <graphics type='spice' port='5903' tlsPort='5904' autoport='no' listen='127.0.0.1'>
          <listen type='address' address='127.0.0.1'/>
          <channel name='main' mode='secure'/>
          <image compression='auto_glz'/>
          <clipboard copypaste='no'/>
        </graphics>
        """,
        """
        <video>
          <model type='qxl' ram='65536' vram='65536' vgamem='16384' heads='1' primary='yes'/>
        </video>
        """,
        """
        <hostdev mode='subsystem' type='pci' managed='yes'>
          <driver name='vfio'/>
          <source>
            <address domain='0x0000' bus='0x06' slot='0x12' function='0x5'/>
          </source>
          <rom bar='off'/>
        </hostdev>
        """,
        """
        <hostdev mode='subsystem' type='usb' managed='no'>
          <source startupPolicy='optional' guestReset='off'>
            <vendor id='0x1234'/>
            <product id='0xbeef'/>
          </source>
        </hostdev>
        """,
        """
        <redirdev bus='usb' type='spicevmc'>
          <boot order='4'/>
        </redirdev>
        """,
        """
        <watchdog model='i6300esb' action='dump'/>
        """,
        """
        <rng model='virtio'>
          <rate bytes='1024' period='1000'/>
          <backend model='random'>/dev/urandom</backend>
        </rng>
        """,
        """
        <shmem name='shared0' role='peer'>
          <model type='ivshmem-plain'/>
          <size unit='M'>4</size>
        </shmem>
        """,
        """
        <memory model='nvdimm' access='private'>
          <source>
            <path>/tmp/nvdimm</path>
            <alignsize unit='KiB'>2048</alignsize>
          </source>
          <target>
            <size unit='KiB'>523264</size>
            <node>0</node>
            <label>
              <size unit='KiB'>128</size>
            </label>
          </target>
          <address type='dimm' slot='0'/>
        </memory>
        """,
        """
        <iommu model='intel'>
          <driver intremap='on' caching_mode='on' eim='on' iotlb='on' aw_bits='48'/>
        </iommu>
        """,
        """
        <vsock model='virtio'>
          <cid auto='no' address='4'/>
        </vsock>
        """,
        """
        <panic model='isa'>
          <address type='isa' iobase='0x505'/>
        </panic>
        """,
        """
        <lease>
          <lockspace>somearea</lockspace>
          <key>somekey</key>
          <target path='/some/lease/path' offset='1024'/>
        </lease>
        """,
    ];

    [Theory]
    [MemberData(nameof(Devices))]
    public void A_device_is_written_as_it_was_read(string device)
    {
        var written = DomainText.Flat(DomainText.Format(DomainText.Parse(device)));
        Assert.Contains(DomainText.Flat(device), written, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void A_clone_says_the_same(string device)
    {
        var domain = DomainText.Parse(device);
        Assert.Equal(DomainText.Format(domain), DomainText.Format(domain.Clone()));
    }

    [Theory]
    [InlineData("<rng model='virtio'><backend model='random'>/dev/urandom</backend></rng>", "rng")]
    [InlineData("<serial type='pty'/>", "chr")]
    [InlineData("<graphics type='vnc'/>", "graphics")]
    public void A_device_on_its_own_is_of_its_kind(string xml, string kind) =>
        Assert.Equal(kind, DeviceXml.Parse(xml, DomainText.Parse(), DomainXmlParseOptions.Configuration).Kind);
}
