using Lodge.Cli.Syntax;

namespace Lodge.Cli.Tests.Syntax;

/// <summary>What <c>--debug</c> tells.</summary>
public sealed class ToolReportTests
{
    [Fact]
    public void It_tells_the_options_and_the_xml_but_no_password()
    {
        using var error = new StringWriter();
        var report = new ToolReport("virt-install", TextWriter.Null, error) { IsVerbose = true };
        var parsed = new ParsedArguments();
        parsed.Add("--graphics", "vnc,password=hidden1");

        report.DebugStart(parsed);
        report.DebugXml("XML", "<graphics type=\"vnc\" passwd=\"hidden2\"/><a passwd='hidden3'/>");

        var said = error.ToString();
        Assert.Contains("virt-install --graphics\n", said, StringComparison.Ordinal);
        Assert.Contains("<graphics type=\"vnc\" passwd=\"***\"/>", said, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_told_where_nobody_asked()
    {
        using var error = new StringWriter();
        var report = new ToolReport("virt-install", TextWriter.Null, error);
        report.DebugStart(new ParsedArguments());
        report.DebugXml("XML", "<a/>");
        Assert.Empty(error.ToString());
    }
}
