namespace Lodge.Qemu.Tests.CommandLine;

/// <summary>Each kind of device, as QEMU is told of it.</summary>
public sealed class DeviceArgumentTests
{
    private const string Slot4 = "<address type='pci' slot='4'/>";
    private const string UsbController =
        "<controller type='usb' index='1' model='qemu-xhci'><address type='pci' slot='9'/></controller>";

    [Theory]
    [InlineData(
        $"<rng model='virtio'><rate bytes='1024'/><backend model='random'>/dev/urandom</backend>{Slot4}</rng>",
        """{"driver":"virtio-rng-pci","rng":"objrng0","id":"rng0","max-bytes":1024,"period":1000,"bus":"pci.0","addr":"0x4"}""")]
    [InlineData(
        $"<memballoon model='virtio' autodeflate='on' freePageReporting='on'>{Slot4}</memballoon>",
        """{"driver":"virtio-balloon-pci","id":"balloon0","deflate-on-oom":true,"free-page-reporting":true,"bus":"pci.0","addr":"0x4"}""")]
    [InlineData(
        $"<watchdog model='i6300esb' action='poweroff'>{Slot4}</watchdog>",
        """{"driver":"i6300esb","id":"watchdog0","bus":"pci.0","addr":"0x4"}""")]
    [InlineData(
        "<panic model='isa'><address type='isa' iobase='0x505'/></panic>",
        """{"driver":"pvpanic","ioport":1285}""")]
    [InlineData(
        $"<input type='keyboard' bus='virtio'>{Slot4}</input>",
        """{"driver":"virtio-keyboard-pci","id":"input0","bus":"pci.0","addr":"0x4"}""")]
    [InlineData(
        $"<input type='tablet' bus='usb'><address type='usb' bus='1' port='2.1'/></input>{UsbController}",
        """{"driver":"usb-tablet","id":"input0","bus":"usb1.0","port":"2.1"}""")]
    [InlineData(
        $"<hub type='usb'><address type='usb' bus='1' port='1'/></hub>{UsbController}",
        """{"driver":"usb-hub","id":"hub0","bus":"usb1.0","port":"1"}""")]
    [InlineData(
        $"<vsock model='virtio'><cid auto='no' address='7'/>{Slot4}</vsock>",
        """{"driver":"vhost-vsock-pci","id":"vsock0","guest-cid":7,"vhostfd":"-1","bus":"pci.0","addr":"0x4"}""")]
    [InlineData(
        $"<controller type='scsi' index='0' model='virtio-scsi'><driver queues='4' cmd_per_lun='8' "
            + $"max_sectors='512'/>{Slot4}</controller>",
        """{"driver":"virtio-scsi-pci","id":"scsi0","num_queues":4,"cmd_per_lun":8,"max_sectors":512,"bus":"pci.0","addr":"0x4"}""")]
    [InlineData(
        $"<controller type='scsi' index='0' model='lsisas1078'>{Slot4}</controller>",
        """{"driver":"megasas","id":"scsi0","bus":"pci.0","addr":"0x4"}""")]
    [InlineData(
        $"<controller type='virtio-serial' index='3' ports='31' vectors='4'>{Slot4}</controller>",
        """{"driver":"virtio-serial-pci","id":"virtio-serial3","max_ports":31,"vectors":4,"bus":"pci.0","addr":"0x4"}""")]
    [InlineData(
        $"<controller type='pci' index='1' model='pci-bridge'><model name='pci-bridge'/><target "
            + $"chassisNr='1'/>{Slot4}</controller>",
        """{"driver":"pci-bridge","chassis_nr":1,"id":"pci.1","bus":"pci.0","addr":"0x4"}""")]
    [InlineData(
        "<video><model type='qxl' ram='65536' vram='32768' vram64='0' vgamem='16384' heads='2' primary='yes'/>"
            + "<address type='pci' slot='2'/></video>",
        """{"driver":"qxl-vga","id":"video0","max_outputs":2,"ram_size":67108864,"vram_size":33554432,"vram64_size_mb":0,"vgamem_mb":16,"bus":"pci.0","addr":"0x2"}""")]
    [InlineData(
        $"<video><model type='virtio' heads='1' primary='yes'><resolution x='800' y='600'/></model>{Slot4}</video>",
        """{"driver":"virtio-vga","id":"video0","max_outputs":1,"xres":800,"yres":600,"bus":"pci.0","addr":"0x4"}""")]
    [InlineData(
        $"<shmem name='shm0'><model type='ivshmem-plain'/><size unit='M'>4</size>{Slot4}</shmem>",
        """{"driver":"ivshmem-plain","id":"shmem0","memdev":"shmmem-shmem0","bus":"pci.0","addr":"0x4"}""")]
    [InlineData(
        $"<hostdev mode='subsystem' type='usb'><source guestReset='off'><address bus='3' device='7'/></source>"
            + $"<address type='usb' bus='1' port='1'/></hostdev>{UsbController}",
        """{"driver":"usb-host","hostdevice":"/dev/bus/usb/003/007","id":"hostdev0","guest-reset":false,"bus":"usb1.0","port":"1"}""")]
    [InlineData(
        $"<hostdev mode='subsystem' type='pci'><driver name='vfio'/><source><address domain='0' bus='6' slot='0x12' "
            + $"function='1'/></source><rom bar='off'/>{Slot4}</hostdev>",
        """{"driver":"vfio-pci","host":"0000:06:12.1","id":"hostdev0","bus":"pci.0","addr":"0x4","rombar":0}""")]
    [InlineData(
        $"<redirdev bus='usb' type='spicevmc'><address type='usb' bus='1' port='1'/></redirdev><redirfilter><usbdev "
            + $"class='0x08' vendor='0x1234' allow='yes'/><usbdev allow='no'/></redirfilter>{UsbController}",
        """{"driver":"usb-redir","chardev":"charredir0","id":"redir0","filter":"0x08:0x1234:-1:-1:1|-1:-1:-1:-1:0","bus":"usb1.0","port":"1"}""")]
    public void A_device_is_told_with_all_that_is_said_of_it(string xml, string expected) =>
        Assert.Contains(expected, GuestText.Pc(xml).Values("-device"));

    [Theory]
    [InlineData(
        "<interface type='user'><mac address='52:54:00:00:00:01'/><model type='e1000'/><address type='pci' slot='3'/>"
            + "</interface>",
        """{"type":"user","id":"hostnet0"}""",
        """{"driver":"e1000","netdev":"hostnet0","id":"net0","mac":"52:54:00:00:00:01","bus":"pci.0","addr":"0x3"}""")]
    [InlineData(
        "<interface type='user'><mac address='52:54:00:00:00:01'/><model type='virtio'/><driver queues='4' "
            + "rx_queue_size='512'><host csum='off' tso4='on'/><guest ufo='off'/></driver><mtu size='1400'/><ip "
            + "family='ipv4' address='172.17.2.0' prefix='24'/><ip family='ipv6' address='2001:db8::' prefix='64'/>"
            + "<address type='pci' slot='3'/></interface>",
        """{"type":"user","net":"172.17.2.0/24","ipv6-prefix":"2001:db8::","ipv6-prefixlen":64,"id":"hostnet0"}""",
        """{"driver":"virtio-net-pci","csum":false,"host_tso4":true,"guest_ufo":false,"mq":true,"vectors":10,"rx_queue_size":512,"host_mtu":1400,"netdev":"hostnet0","id":"net0","mac":"52:54:00:00:00:01","bus":"pci.0","addr":"0x3"}""")]
    [InlineData(
        "<interface type='mcast'><mac address='52:54:00:00:00:01'/><source address='230.0.0.1' port='5558'/><model "
            + "type='rtl8139'/><address type='pci' slot='3'/></interface>",
        """{"type":"socket","mcast":"230.0.0.1:5558","id":"hostnet0"}""",
        """{"driver":"rtl8139","netdev":"hostnet0","id":"net0","mac":"52:54:00:00:00:01","bus":"pci.0","addr":"0x3"}""")]
    [InlineData(
        "<interface type='bridge'><mac address='52:54:00:00:00:01'/><source bridge='br0'/><model "
            + "type='virtio-non-transitional'/><tune><sndbuf>1600</sndbuf></tune><address type='pci' slot='3'/>"
            + "</interface>",
        """{"type":"tap","fd":"3","sndbuf":1600,"id":"hostnet0"}""",
        """{"driver":"virtio-net-pci-non-transitional","netdev":"hostnet0","id":"net0","mac":"52:54:00:00:00:01","bus":"pci.0","addr":"0x3"}""")]
    public void A_card_is_told_with_its_host_end(string xml, string netdev, string device)
    {
        var arguments = GuestText.Pc(xml);

        Assert.Equal([netdev], arguments.Values("-netdev"));
        Assert.Contains(device, arguments.Values("-device"));
    }

    [Theory]
    [InlineData(
        "<serial type='pty'><target type='isa-serial' port='0'><model name='isa-serial'/></target></serial>",
        "pty,id=charserial0",
        """{"driver":"isa-serial","chardev":"charserial0","id":"serial0","index":0}""")]
    [InlineData(
        "<serial type='tcp'><source mode='bind' host='127.0.0.1' service='9999'/><protocol type='telnet'/><target "
            + "type='isa-serial' port='1'><model name='isa-serial'/></target></serial>",
        "socket,id=charserial0,host=127.0.0.1,port=9999,telnet=on,server=on,wait=off",
        """{"driver":"isa-serial","chardev":"charserial0","id":"serial0","index":1}""")]
    [InlineData(
        "<serial type='file'><source path='/tmp/a,b' append='on'/><log file='/tmp/c,d' append='off'/><target "
            + "type='isa-serial' port='0'><model name='isa-serial'/></target></serial>",
        "file,id=charserial0,path=/tmp/a,,b,append=on,logfile=/tmp/c,,d,logappend=off",
        """{"driver":"isa-serial","chardev":"charserial0","id":"serial0","index":0}""")]
    [InlineData(
        "<serial type='udp'><source mode='connect' host='1.2.3.4' service='99'/><target type='isa-serial' port='0'>"
            + "<model name='isa-serial'/></target></serial>",
        "udp,id=charserial0,host=1.2.3.4,port=99,localaddr=,localport=0",
        """{"driver":"isa-serial","chardev":"charserial0","id":"serial0","index":0}""")]
    [InlineData(
        "<parallel type='dev'><source path='/dev/parport0'/></parallel>",
        "parallel,id=charparallel0,path=/dev/parport0",
        """{"driver":"isa-parallel","chardev":"charparallel0","id":"parallel0"}""")]
    [InlineData(
        "<controller type='virtio-serial' index='0'><address type='pci' slot='5'/></controller><channel type='unix'>"
            + "<target type='virtio' name='org.qemu.guest_agent.0'/><address type='virtio-serial' port='1'/></channel>",
        "socket,id=charchannel0,path=/lib/channels/org.qemu.guest_agent.0,server=on,wait=off",
        """{"driver":"virtserialport","bus":"virtio-serial0.0","nr":1,"chardev":"charchannel0","id":"channel0","name":"org.qemu.guest_agent.0"}""")]
    public void A_character_device_is_told_with_its_host_end(string xml, string chardev, string device)
    {
        var arguments = GuestText.Pc(xml);

        Assert.Contains(chardev, arguments.Values("-chardev"));
        Assert.Contains(device, arguments.Values("-device"));
    }

    [Fact]
    public void A_channel_into_the_guests_own_network_is_a_network_back_end()
    {
        var arguments = GuestText.Pc(
            "<channel type='pipe'><source path='/tmp/fwd'/><target type='guestfwd' address='10.0.2.1' port='4600'/>"
                + "</channel>");

        Assert.Equal(
            ["""{"type":"user","guestfwd":[{"str":"tcp:10.0.2.1:4600-chardev:charchannel0"}],"id":"channel0"}"""],
            arguments.Values("-netdev"));
    }

    [Fact]
    public void A_codec_follows_each_hd_audio_card()
    {
        var devices = GuestText.Pc(
            "<sound model='ich6'><codec type='micro'/><address type='pci' slot='4'/></sound><audio id='1' "
                + "type='none'/>")
            .Values("-device");

        Assert.Equal(
            [
                """{"driver":"intel-hda","id":"sound0","bus":"pci.0","addr":"0x4"}""",
                """{"driver":"hda-micro","id":"sound0-codec0","bus":"sound0.0","cad":0,"audiodev":"audio1"}""",
            ],
            devices);
    }

    [Theory]
    [InlineData(
        "<graphics type='vnc' port='5903' websocket='5700' sharePolicy='ignore' passwd='x'><listen type='address' "
            + "address='::1'/></graphics>",
        "-vnc", "[::1]:3,websocket=5700,share=ignore,password=on,audiodev=audio1")]
    [InlineData(
        "<graphics type='vnc'><listen type='socket' socket='/tmp/a,b'/></graphics>", "-vnc",
        "vnc=unix:/tmp/a,,b,audiodev=audio1")]
    [InlineData(
        "<graphics type='spice' port='5901'><listen type='address' address='1.2.3.4'/><image compression='off'/>"
            + "<streaming mode='filter'/><clipboard copypaste='no'/></graphics>",
        "-spice",
        "port=5901,addr=1.2.3.4,disable-ticketing=on,image-compression=off,streaming-video=filter,"
            + "disable-copy-paste=on,seamless-migration=on")]
    [InlineData("<graphics type='sdl' display=':0'/>", "-display", "sdl")]
    [InlineData("<graphics type='dbus' p2p='yes'/>", "-display", "dbus,p2p=on")]
    public void A_screen_is_shown_where_it_is_asked_for(string xml, string option, string expected) =>
        Assert.Equal([expected], GuestText.Pc(xml + "<audio id='1' type='none'/>").Values(option));
}
