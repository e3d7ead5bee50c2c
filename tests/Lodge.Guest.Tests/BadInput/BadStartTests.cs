using Lodge.Client;
using Lodge.Protocol.Errors;
using Lodge.Testing;
using static Lodge.Protocol.Errors.VirErrorDomain;
using static Lodge.Protocol.Errors.VirErrorNumber;

namespace Lodge.Guest.Tests.BadInput;

/// <summary>A guest that cannot start says why as stock libvirtd 9.0 says it, and nothing of it stays.</summary>
public sealed class BadStartTests(DaemonFixture daemon) : IClassFixture<DaemonFixture>
{
    private const string NoSuchArgument = """
        <qemu:commandline xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
          <qemu:arg value='-nosuch'/>
        </qemu:commandline>
        """;

    public static TheoryData<string, VirErrorNumber, VirErrorDomain, string> Guests => new()
    {
        {
            Disk("<source file='/nowhere/x.img'/>"),
            VIR_ERR_SYSTEM_ERROR, VIR_FROM_STORAGE, "Cannot access storage file '/nowhere/x.img'"
        },
        { "<qemu/>" + NoSuchArgument, VIR_ERR_INTERNAL_ERROR, VIR_FROM_QEMU, "-nosuch: invalid option" },
        {
            "<devices><emulator>/nowhere/qemu</emulator></devices>",
            VIR_ERR_SYSTEM_ERROR, VIR_FROM_QEMU, "Cannot check QEMU binary /nowhere/qemu"
        },
        { Card("bridge", "bridge='nobr0'"), VIR_ERR_SYSTEM_ERROR, VIR_FROM_NONE, "'nobr0'" },
        {
            Card("bridge", "bridge='nobr0'").Replace("</interface>", "<vlan><tag id='4'/></vlan></interface>"),
            VIR_ERR_CONFIG_UNSUPPORTED, VIR_FROM_DOMAIN, "vlan tag not supported for this connection type"
        },
        {
            Card("network", "network='nonet'"),
            VIR_ERR_NO_NETWORK, VIR_FROM_NETWORK, "no network with matching name 'nonet'"
        },
        {
            "<devices><hostdev mode='subsystem' type='pci' managed='yes'><source>" + Function
                + "</source></hostdev></devices>",
            VIR_ERR_CONFIG_UNSUPPORTED, VIR_FROM_QEMU, "host doesn't support passthrough of host PCI devices"
        },
        {
            $"<devices><interface type='hostdev' managed='yes'><source>{Typed}</source></interface></devices>",
            VIR_ERR_CONFIG_UNSUPPORTED, VIR_FROM_QEMU, "host doesn't support passthrough of host PCI devices"
        },
        { VolumeDisk, VIR_ERR_NO_STORAGE_POOL, VIR_FROM_STORAGE, "no storage pool with matching name 'nopool'" },
    };

    private const string Function = "<address domain='0' bus='0' slot='1' function='0'/>";
    private const string Typed = "<address type='pci' domain='0' bus='0' slot='1' function='0'/>";

    private const string VolumeDisk =
        "<devices><disk type='volume'><source pool='nopool' volume='v'/><target dev='vda'/></disk></devices>";

    [Theory]
    [MemberData(nameof(Guests), DisableDiscoveryEnumeration = true)]
    public async Task A_guest_that_cannot_start_says_why_and_leaves_nothing(
        string more, VirErrorNumber code, VirErrorDomain domain, string text)
    {
        var lodged = daemon.Lodged;
        var before = lodged.Processes();
        await using var connection = await LibvirtConnection.OpenAsync(lodged.Uri);
        var xml = $"<domain type='qemu'><name>a</name><memory>65536</memory><os><type>hvm</type></os>{more}</domain>";
        var refused = await Assert.ThrowsAsync<VirException>(() => connection.CreateDomainXmlAsync(xml).AsTask());
        Assert.Contains(text, refused.Message, StringComparison.Ordinal);
        Assert.Equal((code, domain), (refused.Code, refused.Domain));
        Assert.Empty(await connection.ListAllDomainsAsync());
        Assert.Empty(lodged.Processes().Except(before));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(lodged.Root, "run", "lodge", "qemu")));
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(lodged.Root, "var", "lib", "qemu"), "domain-*"));
    }

    [Fact]
    public async Task A_cd_that_is_not_there_and_may_be_missing_keeps_no_guest_from_starting()
    {
        await using var connection = await LibvirtConnection.OpenAsync(daemon.Lodged.Uri);
        var xml = TestGuest.EmptyXml("optional").Replace(
            "<devices>",
            """
            <devices><disk type='file' device='cdrom'><source file='/nowhere/x.iso' startupPolicy='optional'/>
            <target dev='sda' bus='sata'/></disk>
            """,
            StringComparison.Ordinal);
        var guest = await connection.CreateDomainXmlAsync(xml);
        Assert.DoesNotContain("/nowhere/x.iso", await guest.GetXmlDescAsync(), StringComparison.Ordinal);
        await guest.DestroyAsync();
    }

    private static string Disk(string source) =>
        $"<devices><disk type='file'>{source}<target dev='vda'/></disk></devices>";

    private static string Card(string type, string source) =>
        $"<devices><interface type='{type}'><source {source}/></interface></devices>";
}
