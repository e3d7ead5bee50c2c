using Lodge.Cli.Syntax;
using Lodge.Cli.VirtInstall;
using Lodge.Cli.VirtXml;

namespace Lodge.Cli.Tests.Syntax;

/// <summary>Command lines are read as argparse reads them.</summary>
public sealed class ArgumentReaderTests
{
    [Theory]
    [InlineData("--name=x", "--name", "x")]
    [InlineData("-nx", "--name", "x")]
    [InlineData("-n=x", "--name", "x")]
    [InlineData("--nam x", "--name", "x")]
    [InlineData("--wait", "--wait", "-1")]
    [InlineData("--wait -5", "--wait", "-5")]
    [InlineData("--print-xml", "--print-xml", "all")]
    [InlineData("--print-xml 2", "--print-xml", "2")]
    [InlineData("--autoconsole text --noautoconsole", "--autoconsole", "none")]
    [InlineData("--host-device pci_1", "--hostdev", "pci_1")]
    [InlineData("--security type=none", "--seclabel", "type=none")]
    [InlineData("-qd", "--debug", "")]
    public void Every_spelling_is_read(string line, string key, string value) =>
        Assert.Equal(value, Install(line)[key]);

    [Fact]
    public void An_option_may_come_often_and_a_word_with_a_space_is_a_value()
    {
        var parsed = new ArgumentReader(InstallSyntax.Table).Read(
            ["--disk", "a", "--disk=b", "--extra-args", "-x y", "--sound"]);
        Assert.Equal(["a", "b"], parsed.All("--disk"));
        Assert.Equal("-x y", parsed["--extra-args"]);
        Assert.Equal([null], parsed.All("--sound"));
        Assert.False(parsed.Has("--network"));
    }

    [Theory]
    [InlineData("--disk", "argument --disk: expected one argument")]
    [InlineData("--disk --pxe", "argument --disk: expected one argument")]
    [InlineData("--ram x", "argument -r/--ram: invalid int value: 'x'")]
    [InlineData("--file-size x", "argument -s/--file-size: invalid float value: 'x'")]
    [InlineData("--hvm --paravirt", "argument -p/--paravirt: not allowed with argument -v/--hvm")]
    [InlineData("--pxe=1", "argument --pxe: ignored explicit argument '1'")]
    [InlineData("--grap x y", "unrecognized arguments: y")]
    [InlineData("--dsik x", "unrecognized arguments: --dsik x\nDid you mean --disk?")]
    [InlineData("--cdorm x", "unrecognized arguments: --cdorm x\nDid you mean --cdrom?")]
    public void What_cannot_be_read_is_told(string line, string message) =>
        Assert.Equal(message, Assert.Throws<UsageException>(() => Install(line)).Message);

    [Fact]
    public void The_guest_of_virt_xml_stands_alone()
    {
        var parsed = new ArgumentReader(XmlSyntax.Table).Read(["web", "--edit", "--memory", "4"]);
        Assert.Equal(("web", null, "4"), (parsed.Operand, parsed["--edit"], parsed["--memory"]));
    }

    private static ParsedArguments Install(string line) =>
        new ArgumentReader(InstallSyntax.Table).Read(line.Split(' '));
}
