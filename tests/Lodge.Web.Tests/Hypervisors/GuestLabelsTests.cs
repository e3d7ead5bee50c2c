using System.Xml.Linq;
using Lodge.Web.Hypervisors;

namespace Lodge.Web.Tests.Hypervisors;

public sealed class GuestLabelsTests
{
    [Fact]
    public void Group_and_tags_are_read_from_the_metadata()
    {
        var labels = GuestLabels.Of(XElement.Parse("""
            <domain><metadata><l:labels xmlns:l='urn:lodge:labels:1' group='Test'><l:tag>db</l:tag><l:tag> </l:tag></l:labels></metadata></domain>
            """));
        Assert.Equal("Test", labels.Group);
        Assert.Equal(["db"], labels.Tags);
    }

    [Fact]
    public void Nothing_to_keep_takes_the_element_away() => Assert.Null(GuestLabels.None.ToXml());

    [Fact]
    public void Markup_in_a_tag_stays_text() => Assert.Equal(
        "<labels><tag>&lt;b&gt;</tag></labels>", new GuestLabels("", ["<b>"]).ToXml());
}
