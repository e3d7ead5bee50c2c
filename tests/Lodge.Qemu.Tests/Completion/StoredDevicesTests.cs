using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Completion.Changes;

namespace Lodge.Qemu.Tests.Completion;

/// <summary>Devices join, leave and change in a stored definition.</summary>
public sealed class StoredDevicesTests
{
    private const string Disk = "<disk type='file'><source file='/a'/><target dev='vdb' bus='virtio'/></disk>";
    private const string Card = "<interface type='user'><mac address='52:54:00:00:00:01'/></interface>";
    private const string Rng = "<rng model='virtio'><backend model='random'>/dev/urandom</backend></rng>";
    private const string Share = "<filesystem type='mount'><source dir='/s'/><target dir='s'/></filesystem>";
    private const string Watchdog = "<watchdog model='i6300esb'/>";
    private const string Lease = "<lease><lockspace>l</lockspace><key>k</key><target path='/p'/></lease>";

    [Theory]
    [InlineData(Disk)]
    [InlineData(Card)]
    [InlineData(Rng)]
    [InlineData(Share)]
    [InlineData(Watchdog)]
    [InlineData(Lease)]
    [InlineData(
        "<hostdev mode='subsystem' type='usb'><source><vendor id='0x1'/><product id='0x2'/></source></hostdev>")]
    [InlineData("<channel type='pty'><target type='virtio' name='own'/></channel>")]
    [InlineData("<input type='tablet' bus='usb'/>")]
    [InlineData("<sound model='ich6'/>")]
    public void What_was_attached_can_be_detached_by_the_same_description(string xml)
    {
        var domain = Guest.Complete();
        var before = DomainXml.Format(domain, DomainXmlFormatOptions.Configuration);
        StoredDevices.Attach(domain, Read(domain, xml));
        Assert.NotEqual(before, DomainXml.Format(domain, DomainXmlFormatOptions.Configuration));
        StoredDevices.Detach(domain, Read(domain, xml));
        Assert.Equal(before, DomainXml.Format(domain, DomainXmlFormatOptions.Configuration));
    }

    [Theory]
    [InlineData(Disk, "target vdb already exists")]
    [InlineData(Share, "Target already exists")]
    [InlineData(Watchdog, "domain already has a watchdog")]
    [InlineData(Lease, "Lease k in lockspace l already exists")]
    public void What_is_there_cannot_be_attached_again(string xml, string words)
    {
        var domain = Guest.Complete(xml);
        var refused = Assert.Throws<VirException>(() => StoredDevices.Attach(domain, Read(domain, xml)));
        Assert.Equal(VirErrorNumber.VIR_ERR_OPERATION_INVALID, refused.Code);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Disk, "no target device vdb")]
    [InlineData(Card, "matching MAC address '52:54:00:00:00:01'")]
    [InlineData(Rng, "no matching RNG device was found")]
    [InlineData(Watchdog, "domain has no watchdog")]
    public void What_is_not_there_cannot_be_detached(string xml, string words)
    {
        var domain = Guest.Complete();
        var refused = Assert.Throws<VirException>(() => StoredDevices.Detach(domain, Read(domain, xml)));
        Assert.Equal(VirErrorNumber.VIR_ERR_DEVICE_MISSING, refused.Code);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_updated_card_stands_where_the_old_one_stood()
    {
        var domain = Guest.Complete(Card + "<interface type='user'><mac address='52:54:00:00:00:02'/></interface>");
        StoredDevices.Update(domain, Read(domain,
            "<interface type='bridge'><mac address='52:54:00:00:00:01'/><source bridge='br0'/></interface>"));
        Assert.Equal([InterfaceType.Bridge, InterfaceType.User], domain.Interfaces.Select(card => card.Type));
    }

    [Theory]
    [InlineData("<panic model='isa'/>", "persistent attach of device 'panic' is not supported")]
    [InlineData("<graphics type='vnc'/>", "persistent attach of device 'graphics' is not supported")]
    public void A_kind_that_does_not_come_later_is_refused(string xml, string words)
    {
        var domain = Guest.Complete();
        var refused = Assert.Throws<VirException>(() => StoredDevices.Attach(domain, Read(domain, xml)));
        Assert.Equal(VirErrorNumber.VIR_ERR_OPERATION_UNSUPPORTED, refused.Code);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_nobody_knows_is_refused() => Assert.Equal(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED,
        Assert.Throws<VirException>(() => Read(Guest.Complete(), "<sofa/>")).Code);

    private static DeviceElement Read(DomainDefinition domain, string xml) =>
        DeviceXml.Parse(xml, domain, DomainXmlParseOptions.Configuration);
}
