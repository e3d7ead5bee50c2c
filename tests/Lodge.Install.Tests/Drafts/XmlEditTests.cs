using Lodge.Install.Drafts;
using Lodge.Install.Options;

namespace Lodge.Install.Tests.Drafts;

/// <summary>XML is changed by path as virt-install changes it.</summary>
public sealed class XmlEditTests
{
    private const string Xml = "<domain><cpu mode='custom'/><devices><disk type='a'><x/></disk><disk type='b'/>"
        + "</devices></domain>";

    [Theory]
    [InlineData("./cpu/@mode=host-model", "<cpu mode=\"host-model\"/>")]
    [InlineData("./devices/disk[2]/serial=new", "<disk type=\"b\"><serial>new</serial></disk>")]
    [InlineData("./devices/disk[@type='b']/@type=c", "<disk type=\"c\"/>")]
    [InlineData("/domain/devices/disk[last()]/@type=c", "<disk type=\"c\"/>")]
    [InlineData("//x=y", "<x>y</x>")]
    [InlineData("./new[@a='1']/b=c", "<new a=\"1\"><b>c</b></new>")]
    [InlineData("./cpu/../name=n", "<name>n</name>")]
    [InlineData("xpath.create=./a/b", "<a><b/></a>")]
    [InlineData("xpath.set=./a/@b,xpath.value=c=d", "<a b=\"c=d\"/>")]
    public void A_path_is_set(string text, string expected) =>
        Assert.Contains(expected, Change(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("xpath.delete=./cpu", "<cpu")]
    [InlineData("xpath.delete=./cpu/@mode", "mode=")]
    [InlineData("xpath.delete=./devices/disk[1]", "type=\"a\"")]
    [InlineData("./cpu/@mode=", "<cpu")]
    [InlineData("./devices/disk[1]/x=", "<x")]
    public void What_a_path_means_goes_and_what_is_empty_then_with_it(string text, string gone) =>
        Assert.DoesNotContain(gone, Change(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("FOOXPATH", "FOOXPATH: Setting xpath must be in the form of XPATH=VALUE")]
    [InlineData("./a[=b", "./a[ has brackets or quotes that are not closed")]
    [InlineData("/network/name=x", "/network/name is not below <domain>")]
    [InlineData("./../x=y", "./../x leads out of <domain>")]
    [InlineData("./count(a)=y", "./count(a) Invalid expression")]
    public void A_path_that_makes_no_sense_is_refused(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => Change(text)).Message);

    [Fact]
    public void A_path_longer_than_any_guest_is_deep_is_refused() =>
        Assert.EndsWith(
            "has more than 32 steps",
            Assert.Throws<FormatException>(() => Change(string.Concat(Enumerable.Repeat("./a/", 33)) + "@b=c")).Message,
            StringComparison.Ordinal);

    private static string Change(string text)
    {
        var root = DraftNode.Parse(Xml);
        XmlOption.Parse(text).Perform(root);
        return string.Concat(root.ToString().Split('\n').Select(line => line.Trim()));
    }
}
