using Lodge.Cli.Syntax;
using Lodge.Cli.VirtInstall;
using Lodge.Install.Flow;

namespace Lodge.Cli.Tests.Syntax;

/// <summary>Options of older days mean what took their place.</summary>
public sealed class OldSpellingsTests
{
    [Theory]
    [InlineData("--ram 512", "--memory", "512")]
    [InlineData("--file /a --file-size 8", "--disk", "path=/a,size=8.0")]
    [InlineData("-f /a -s 1.5 --nonsparse", "--disk", "path=/a,size=1.5,sparse=no")]
    [InlineData("--nodisks", "--disk", "none")]
    [InlineData("--bridge br0 --mac 52:54:00:00:00:01", "--network", "bridge=br0,mac=52:54:00:00:00:01")]
    [InlineData("--network bridge:br0", "--network", "bridge=br0")]
    [InlineData("--pxe", "--network", "default")]
    [InlineData("--nonetworks", "--network", "none")]
    [InlineData("--vnc --vncport 5901 --vnclisten ::", "--graphics", "vnc,listen=::,port=5901")]
    [InlineData("--nographics", "--graphics", "none")]
    [InlineData("--noacpi --noapic", "--features", "acpi=off,apic=off")]
    [InlineData("--vcpus 4 --cpuset 1-2", "--vcpus", ",cpuset=1-2")]
    [InlineData("--init /sbin/init", "--boot", ",init=/sbin/init")]
    [InlineData("--boot hd --init /i", "--boot", "hd,init=/i")]
    [InlineData("--sound", "--sound", "default")]
    [InlineData("-c /a.iso", "--cdrom", "/a.iso")]
    [InlineData("--print-step 1", "--print-xml", "1")]
    [InlineData("--force", "--check", "all=off")]
    [InlineData("--wait 0", "--autoconsole", "none")]
    public void An_old_option_becomes_the_new_one(string line, string flag, string text) =>
        Assert.Equal(text, Converted(line)[flag]);

    [Theory]
    [InlineData("-c qemu:///system")]
    [InlineData("-c /a --cdrom /b")]
    [InlineData("--nodisks --disk size=1")]
    [InlineData("--disk size=1 --file /a")]
    [InlineData("--graphics vnc --vnc")]
    [InlineData("--vnc --nographics")]
    [InlineData("--bridge a --network b")]
    public void Old_and_new_at_once_are_refused(string line) =>
        Assert.Throws<InstallFailure>(() => Converted(line));

    private static ParsedArguments Converted(string line)
    {
        var parsed = new ArgumentReader(InstallSyntax.Table).Read(line.Split(' '));
        OldSpellings.Convert(parsed, new ToolReport("virt-install", TextWriter.Null, TextWriter.Null));
        return parsed;
    }
}
