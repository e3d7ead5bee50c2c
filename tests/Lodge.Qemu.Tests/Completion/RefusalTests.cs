using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Tests.Completion;

/// <summary>What QEMU cannot do is refused with libvirt's code, domain and words.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData(
        "<disk type='file'><source file='/a'/><target dev='vda' bus='virtio'/></disk><disk type='file'><source "
            + "file='/b'/><target dev='vda' bus='virtio'/></disk>",
        VirErrorNumber.VIR_ERR_XML_ERROR, "target 'vda' duplicated for disk sources '/a' and '/b'")]
    [InlineData("<disk type='file' device='cdrom'><target dev='vda' bus='virtio'/></disk>",
        VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, "disk type of 'vda' does not support ejectable media")]
    [InlineData(
        "<disk type='file'><driver io='native' cache='writeback'/><source file='/a'/><target dev='vda'/></disk>",
        VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, "io='native' needs either no disk cache or directsync cache mode")]
    [InlineData("<disk type='file'><source file='/a'/><target dev='vda'/><serial>a;b</serial></disk>",
        VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "driver serial 'a;b' contains unsafe characters")]
    [InlineData("<controller type='ide' index='1'/>",
        VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, "Only a single IDE controller is supported for this machine type")]
    [InlineData("<channel type='spicevmc'><target type='virtio'/></channel>",
        VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, "chardev 'spicevmc' not supported without spice graphics")]
    [InlineData("<graphics type='vnc' passwd='longer than eight'/>",
        VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, "VNC password is 17 characters long, only 8 permitted")]
    [InlineData("<iommu model='intel'/>",
        VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, "IOMMU device: 'intel' is only supported with Q35 machines")]
    [InlineData("<filesystem type='mount'><driver type='virtiofs'/><source dir='/s'/><target dir='s'/></filesystem>",
        VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, "'virtiofs' requires shared memory")]
    [InlineData("<vsock model='virtio'><cid auto='no' address='2'/></vsock>",
        VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, "guest CIDs must be >= 3")]
    [InlineData("<shmem name='a/b'/>",
        VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, "shmem name cannot include '/' character")]
    [InlineData("<sound model='ac97'><audio id='7'/></sound><audio id='1' type='none'/>",
        VirErrorNumber.VIR_ERR_XML_ERROR, "no audio device with ID 7")]
    [InlineData("<interface type='user'><mac address='52:54:00:00:00:01'/><mtu size='1400'/></interface>",
        VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, "setting MTU on interface type user is not supported yet")]
    [InlineData(
        "<hostdev mode='subsystem' type='usb'><source><address bus='1' device='2'/></source></hostdev><hostdev "
            + "mode='subsystem' type='usb'><source><address bus='1' device='2'/></source></hostdev>",
        VirErrorNumber.VIR_ERR_XML_ERROR, "Hostdev already exists in the domain configuration")]
    public void A_device_that_cannot_be_is_refused(string devices, VirErrorNumber code, string words)
    {
        var refused = Assert.Throws<VirException>(() => Guest.Complete(devices));
        Assert.Equal(code, refused.Code);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<vcpu>300</vcpu>", VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, "Maximum CPUs greater than")]
    [InlineData("<vcpu>4</vcpu><cpu><topology sockets='1' cores='2' threads='1'/></cpu>",
        VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, "CPU topology doesn't match maximum vcpu count")]
    [InlineData("<on_reboot>rename-restart</on_reboot>", VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, "rename-restart")]
    [InlineData("<maxMemory slots='2'>1048576</maxMemory>", VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED,
        "At least one numa node has to be configured when enabling memory hotplug")]
    [InlineData("<cputune><shares>1</shares></cputune>", VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED,
        "Value of cputune 'shares' must be in range [2, 262144]")]
    [InlineData("<clock offset='utc'><timer name='rtc' tickpolicy='merge'/></clock>",
        VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, "unsupported rtc timer tickpolicy 'merge'")]
    public void A_setting_that_cannot_be_is_refused(string setting, VirErrorNumber code, string words)
    {
        var refused = Assert.Throws<VirException>(() => Guest.Complete(settings: setting));
        Assert.Equal(code, refused.Code);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void KVM_is_refused_where_it_cannot_run()
    {
        var domain = Lodge.Model.Domain.DomainXml.Parse(
            "<domain type='kvm'><name>g</name><memory>1024</memory><os><type>hvm</type></os></domain>",
            Lodge.Model.Domain.DomainXmlParseOptions.Configuration);
        Assert.SkipWhen(Guest.Facts.KvmUsable, "the recorded QEMU ran with KVM");
        Assert.Contains("does not support virt type 'kvm'",
            Assert.Throws<VirException>(() => Guest.Complete(domain)).Message, StringComparison.Ordinal);
    }
}
