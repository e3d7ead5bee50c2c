using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Tests.Domain;

/// <summary>What a guest would see changed is refused; what it does not see may change.</summary>
public sealed class AbiStabilityTests
{
    private const string Disk =
        "<disk type='file'><source file='/a'/><target dev='vda' bus='virtio'/><serial>1</serial></disk>";
    private const string Card =
        "<interface type='user'><mac address='52:54:00:00:00:01'/><model type='virtio'/></interface>";

    [Theory]
    [InlineData("<memory unit='KiB'>131072</memory>", "<memory unit='KiB'>262144</memory>",
        "Target domain memory 262144 does not match source 131072")]
    [InlineData("<vcpu>1</vcpu>", "<vcpu>2</vcpu>", "Target domain vCPU max 2 does not match source 1")]
    [InlineData("machine='pc'", "machine='q35'", "Target domain machine type q35 does not match source pc")]
    [InlineData("52:54:00:00:00:01", "52:54:00:00:00:02", "Target network card mac 52:54:00:00:00:02")]
    [InlineData("<serial>1</serial>", "<serial>2</serial>", "Target disk serial 2 does not match source 1")]
    [InlineData(Card, "", "Target domain net card count 0 does not match source 1")]
    public void What_the_guest_sees_stays(string before, string after, string words)
    {
        var refused = Assert.Throws<VirException>(() => Check(before, after));
        Assert.Equal(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, refused.Code);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/a", "/elsewhere")]
    [InlineData("<vcpu>1</vcpu>", "<title>other</title><vcpu>1</vcpu>")]
    public void What_the_guest_does_not_see_may_change(string before, string after) => Check(before, after);

    private static void Check(string before, string after)
    {
        var text = DomainText.With(Disk + Card);
        AbiStability.Check(Parse(text), Parse(text.Replace(before, after, StringComparison.Ordinal)));
    }

    private static DomainDefinition Parse(string xml) => DomainXml.Parse(xml, DomainXmlParseOptions.Configuration);
}
