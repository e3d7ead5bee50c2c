using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Tests.CommandLine;

/// <summary>Disks: their images as block nodes from the bytes up, then the disk on top.</summary>
public sealed class DiskArgumentTests
{
    private const string Slot4 = "<address type='pci' slot='4'/>";

    [Fact]
    public void An_image_is_two_nodes_and_a_device()
    {
        var arguments = GuestText.Pc(
            $"<disk type='file' device='disk'><driver name='qemu' type='qcow2' cache='none' io='native' "
                + $"discard='unmap' detect_zeroes='unmap'/><source file='/a,b.img'/><target dev='vda' bus='virtio'/>"
                + $"<boot order='1'/>{Slot4}</disk>");

        Assert.Equal(
            [
                """{"driver":"file","filename":"/a,b.img","aio":"native","node-name":"libvirt-1-storage","cache":{"direct":true,"no-flush":false},"auto-read-only":true,"discard":"unmap"}""",
                """{"node-name":"libvirt-1-format","read-only":false,"discard":"unmap","detect-zeroes":"unmap","cache":{"direct":true,"no-flush":false},"driver":"qcow2","file":"libvirt-1-storage"}""",
            ],
            arguments.Values("-blockdev"));
        Assert.Equal(
            ["""{"driver":"virtio-blk-pci","bus":"pci.0","addr":"0x4","drive":"libvirt-1-format","id":"virtio-disk0","bootindex":1,"write-cache":"on"}"""],
            arguments.Values("-device"));
    }

    [Fact]
    public void Backing_images_come_first_and_the_chain_ends_where_it_is_said()
    {
        var nodes = GuestText.Pc(
            $"<disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='/top'/><backingStore "
                + $"type='file'><format type='qcow2'/><source file='/base'/><backingStore/></backingStore><target "
                + $"dev='vda' bus='virtio'/>{Slot4}</disk>")
            .Values("-blockdev");

        Assert.Equal(
            [
                """{"driver":"file","filename":"/base","node-name":"libvirt-2-storage","auto-read-only":true,"discard":"unmap"}""",
                """{"node-name":"libvirt-2-format","read-only":true,"driver":"qcow2","file":"libvirt-2-storage","backing":null}""",
                """{"driver":"file","filename":"/top","node-name":"libvirt-1-storage","auto-read-only":true,"discard":"unmap"}""",
                """{"node-name":"libvirt-1-format","read-only":false,"driver":"qcow2","file":"libvirt-1-storage","backing":"libvirt-2-format"}""",
            ],
            nodes);
    }

    [Theory]
    [InlineData(
        "<source protocol='nbd' name='export'><host name='::1' port='6000'/></source>",
        """{"driver":"nbd","server":{"type":"inet","host":"::1","port":"6000"},"export":"export","node-name":"libvirt-1-storage","auto-read-only":true,"discard":"unmap"}""")]
    [InlineData(
        "<source protocol='rbd' name='pool/image'><host name='mon1' port='6321'/><snapshot name='s'/></source>",
        """{"driver":"rbd","pool":"pool","image":"image","snapshot":"s","server":[{"host":"mon1","port":"6321"}],"node-name":"libvirt-1-storage","auto-read-only":true,"discard":"unmap"}""")]
    [InlineData(
        "<source protocol='iscsi' name='iqn.2013-07.com.example:disk/3'><host name='example.com'/></source>",
        """{"driver":"iscsi","portal":"example.com:3260","target":"iqn.2013-07.com.example:disk","lun":3,"transport":"tcp","node-name":"libvirt-1-storage","auto-read-only":true,"discard":"unmap"}""")]
    [InlineData(
        "<source protocol='https' name='disc.iso' query='a=b'><host name='example.com' port='8443'/><ssl verify='no'/>"
            + "</source>",
        """{"driver":"https","url":"https://example.com:8443/disc.iso?a=b","sslverify":false,"node-name":"libvirt-1-storage","auto-read-only":true,"discard":"unmap"}""")]
    [InlineData(
        "<source protocol='ssh' name='/disk.img'><host name='example.com'/></source>",
        """{"driver":"ssh","path":"/disk.img","server":{"host":"example.com","port":"22"},"node-name":"libvirt-1-storage","auto-read-only":true,"discard":"unmap"}""")]
    [InlineData(
        "<source protocol='gluster' name='vol/img'><host name='example.com'/></source>",
        """{"driver":"gluster","volume":"vol","path":"img","server":[{"type":"inet","host":"example.com","port":"24007"}],"debug":4,"node-name":"libvirt-1-storage","auto-read-only":true,"discard":"unmap"}""")]
    public void An_image_on_a_network_is_reached_by_its_protocol(string source, string expected) =>
        Assert.Equal(
            expected,
            GuestText.Pc(
                $"<disk type='network' device='disk'><driver name='qemu' type='raw'/>{source}<target dev='vda' "
                    + $"bus='virtio'/>{Slot4}</disk>")
                .Values("-blockdev")[0]);

    [Fact]
    public void A_password_is_an_object_of_its_own_and_stands_nowhere_readable()
    {
        var arguments = GuestText.Pc(
            $"<disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='/x'><encryption "
                + $"format='luks'><secret type='passphrase' usage='u'/></encryption></source><target dev='vda' "
                + $"bus='virtio'/>{Slot4}</disk>");

        Assert.Contains(
            arguments.Values("-object"),
            text => text.StartsWith(
                """{"qom-type":"secret","id":"libvirt-1-format-encryption-secret0",""", StringComparison.Ordinal)
                && text.Contains("\"keyid\":\"masterKey0\"", StringComparison.Ordinal));
        Assert.Contains(
            "\"driver\":\"luks\",\"key-secret\":\"libvirt-1-format-encryption-secret0\"",
            arguments.Values("-blockdev")[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "<disk type='file' device='cdrom'><target dev='hdc' bus='ide'/><readonly/><address type='drive' "
            + "controller='0' bus='1' unit='0'/></disk>",
        """{"driver":"ide-cd","bus":"ide.1","unit":0,"id":"ide0-1-0"}""")]
    [InlineData(
        "<controller type='scsi' index='0' model='virtio-scsi'><address type='pci' slot='5'/></controller><disk "
            + "type='file' device='disk'><driver name='qemu' type='raw'/><source file='/x'/><target dev='sda' "
            + "bus='scsi' rotation_rate='1'/><serial>WD 123</serial><wwn>5000c50015ea71ad</wwn>"
            + "<vendor>SEAGATE</vendor><product>ST3</product><address type='drive' controller='0' bus='0' target='1' "
            + "unit='2'/></disk>",
        """{"driver":"scsi-hd","bus":"scsi0.0","channel":0,"scsi-id":1,"lun":2,"device_id":"WD 123","drive":"libvirt-1-format","id":"scsi0-0-1-2","wwn":5764824127192592813,"rotation_rate":1,"vendor":"SEAGATE","product":"ST3","serial":"WD\\ 123"}""")]
    [InlineData(
        "<controller type='usb' index='1' model='qemu-xhci'><address type='pci' slot='9'/></controller><disk "
            + "type='file' device='disk'><driver name='qemu' type='raw' error_policy='enospace'/><source file='/x'/>"
            + "<target dev='sda' bus='usb' removable='on'/><shareable/><address type='usb' bus='1' port='1'/></disk>",
        """{"driver":"usb-storage","bus":"usb1.0","port":"1","share-rw":true,"drive":"libvirt-1-format","id":"usb-disk0","removable":true,"write-cache":"on","werror":"enospc"}""")]
    public void A_disk_hangs_on_its_bus(string xml, string expected) =>
        Assert.Contains(expected, GuestText.Pc(xml).Values("-device"));

    [Fact]
    public void A_floppy_boots_through_its_controller()
    {
        const string Floppy =
            "<disk type='file' device='floppy'><driver name='qemu' type='raw'/><source file='/f'/><target dev='fda' "
                + "bus='fdc'/><boot order='2'/><address type='drive' controller='0' bus='0' unit='0'/></disk>";

        Assert.Contains("isa-fdc.bootindexA=2", GuestText.Pc(Floppy).Values("-global"));
        Assert.Contains("""{"driver":"isa-fdc","bootindexA":2}""", GuestText.Q35(Floppy).Values("-device"));
    }

    [Fact]
    public void A_format_without_backing_images_refuses_one()
    {
        var failure = Assert.Throws<VirException>(() => GuestText.Pc(
            $"<disk type='file' device='disk'><driver name='qemu' type='raw'/><source file='/top'/><backingStore "
                + $"type='file'><format type='raw'/><source file='/base'/></backingStore><target dev='vda' "
                + $"bus='virtio'/>{Slot4}</disk>"));

        Assert.Equal(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, failure.Code);
        Assert.Contains(
            "storage format 'raw' does not support backing store", failure.Message, StringComparison.Ordinal);
    }
}
