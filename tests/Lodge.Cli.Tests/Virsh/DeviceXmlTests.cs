using Lodge.Cli.Virsh;
using Lodge.Cli.Virsh.Domains;
using Lodge.Cli.Virsh.Parsing;
using Lodge.Cli.Virsh.Storage;

namespace Lodge.Cli.Tests.Virsh;

public sealed class DeviceXmlTests
{
    [Fact]
    public void A_disk_is_described_by_options()
    {
        const string Expected = """
            <disk type='file' device='cdrom'>
              <driver name='qemu' type='raw' cache='none'/>
              <source file='/a &amp; b'/>
              <target dev='vdb' bus='virtio'/>
              <readonly/>
              <serial>abc</serial>
              <address type='pci' domain='0x0000' bus='0x00' slot='0x0a' function='0x0'/>
            </disk>

            """;
        Assert.Equal(Expected, DiskXml.Compose(Parse(
            "attach-disk g '/a & b' vdb --type cdrom --driver qemu --subdriver raw --cache none --targetbus virtio "
            + "--mode readonly --serial abc --address pci:0000.00.0a.0")));
    }

    [Fact]
    public void A_disk_can_be_far_away()
    {
        const string Expected = """
            <disk type='network'>
              <source protocol='nbd' name='x'>
                <host name='h' port='10809'/>
              </source>
              <target dev='vdb'/>
            </disk>

            """;
        Assert.Equal(
            Expected, DiskXml.Compose(Parse("attach-disk g x vdb --source-protocol nbd --source-host-name h:10809")));
    }

    [Theory]
    [InlineData("--address pci:0.0", "Invalid address.")]
    [InlineData("--address ide:0.0.0", "expecting a pci:0000.00.00.00 or ccw:00.0.0000 address.")]
    [InlineData("--mode x", "No support for x in command 'attach-disk'")]
    [InlineData("--sourcetype x", "Unknown source type: 'x'")]
    [InlineData("--sourcetype network", "--source-protocol option requires --sourcetype network")]
    public void A_disk_that_cannot_be_is_refused(string options, string message) => Assert.Equal(
        message,
        Assert.Throws<CommandFailure>(() => DiskXml.Compose(Parse($"attach-disk g /a vdb {options}"))).Message);

    [Fact]
    public void An_interface_is_described_by_options()
    {
        const string Expected = """
            <interface type='network' managed='yes'>
              <source network='default'/>
              <mac address='52:54:00:00:00:01'/>
              <model type='virtio'/>
              <bandwidth>
                <inbound average='10' peak='20' burst='30'/>
                <outbound average='5'/>
              </bandwidth>
            </interface>

            """;
        Assert.Equal(Expected, InterfaceXml.Compose(Parse(
            "attach-interface g network default --managed --mac 52:54:00:00:00:01 --model virtio "
            + "--inbound 10,20,30 --outbound 5")));
    }

    [Theory]
    [InlineData("foo default", "No support for foo in command 'attach-interface'")]
    [InlineData("user default", "No support for user in command 'attach-interface'")]
    [InlineData("network default --inbound ,1", "either inbound average or floor is mandatory")]
    [InlineData("network default --outbound 1,1,1,1", "outbound floor is unsupported yet")]
    [InlineData("network default --inbound a", "field 'average' is malformed")]
    [InlineData("network default --inbound 1,2,3,4,5", "Rate string '1,2,3,4,5' has too many fields")]
    [InlineData("vhostuser /s", "source-mode is mandatory")]
    public void An_interface_that_cannot_be_is_refused(string options, string message) => Assert.Equal(
        message,
        Assert.Throws<CommandFailure>(() => InterfaceXml.Compose(Parse($"attach-interface g {options}"))).Message);

    [Fact]
    public void A_pool_is_described_by_options()
    {
        const string Expected = """
            <pool type='netfs'>
              <name>p</name>
              <source>
                <host name='h'/>
                <dir path='/export'/>
                <auth type='ceph' username='u'>
                  <secret usage='s'/>
                </auth>
              </source>
              <target>
                <path>/mnt</path>
              </target>
            </pool>

            """;
        Assert.Equal(Expected, PoolXml.Compose(Parse(
            "pool-define-as p netfs --source-host h --source-path /export --target /mnt --auth-type ceph "
            + "--auth-username u --secret-usage s")));
    }

    [Theory]
    [InlineData("query-status", """{"execute":"query-status"}""")]
    [InlineData("""{"execute":"x"}""", """{"execute":"x"}""")]
    public void A_monitor_command_may_be_a_name_or_json(string words, string expected) =>
        Assert.Equal(expected, QmpText.Compose([words]));

    [Fact]
    public void Arguments_of_a_monitor_command_may_be_members()
    {
        Assert.Equal(
            """{"execute":"x","arguments":{"a":1,"b":"c"}}""", QmpText.Compose(["x", "\"a\":1", "\"b\":\"c\""]));
        Assert.Equal(
            "failed to wrap arguments 'b' into a QMP command wrapper",
            Assert.Throws<CommandFailure>(() => QmpText.Compose(["a", "b"])).Message);
    }

    [Fact]
    public void Json_is_laid_out_as_libvirt_lays_it_out() => Assert.Equal(
        "{\n  \"return\": {\n\n  },\n  \"a\": [\n    1,\n    null\n  ]\n}",
        QmpText.Pretty("""{"return":{},"a":[1,null]}"""));

    private static Arguments Parse(string line) => new(CommandLine.Parse(new LineTokens(line))[0]);
}
