using Lodge.Daemon.State;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Tests.State;

public sealed class DomainStatusXmlTests
{
    private static readonly DomainStatus Status = new()
    {
        Name = "web",
        Id = 7,
        Phase = DomainPhase.Started,
        ProcessId = 4242,
        StartTime = 987654321,
        Directory = "/var/lib/qemu/domain-7-web",
        MonitorPath = "/var/lib/qemu/domain-7-web/monitor 'quoted' & <odd>.sock",
        LogPath = "/var/log/web.log",
        State = VirDomainState.VIR_DOMAIN_PAUSED,
        Reason = 1,
        IsAutodestroy = true,
        IsRebooting = true,
        Xml = "<domain type='qemu' id='7'>\n  <name>web</name>\n</domain>\n",
    };

    [Fact]
    public void A_status_is_read_back_as_it_was_written()
    {
        var read = DomainStatusXml.Parse("web", DomainStatusXml.Format(Status));
        Assert.Equal(Status, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<domstatus phase='started'/>")]
    [InlineData("<domstatus phase='odd' id='1'>\n<domain type='qemu'/>\n</domstatus>")]
    [InlineData(
        "<domstatus phase='started' id='x'>\n<run directory='a' monitor='b' log='c'/>\n<domain type='qemu'/>\n"
            + "</domstatus>")]
    public void What_is_no_status_is_refused(string text) =>
        Assert.Throws<VirException>(() => DomainStatusXml.Parse("web", text));

    [Fact]
    public void Every_cut_of_a_status_is_refused_or_read_never_more()
    {
        var whole = DomainStatusXml.Format(Status);
        for (var length = 0; length < whole.Length; length++)
        {
            try
            {
                Assert.Equal(7, DomainStatusXml.Parse("web", whole[..length]).Id);
            }
            catch (VirException)
            {
                // A part is no status.
            }
        }
    }
}
