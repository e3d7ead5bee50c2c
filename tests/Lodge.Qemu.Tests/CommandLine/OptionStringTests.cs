using CsCheck;
using Lodge.Qemu.CommandLine;

namespace Lodge.Qemu.Tests.CommandLine;

public sealed class OptionStringTests
{
    [Fact]
    public void Keys_follow_the_first_argument()
    {
        var option = new OptionString("socket").Add("id", "charserial0").Add("server", true).Add("port", 5);

        Assert.Equal("socket,id=charserial0,server=on,port=5", option.ToString());
    }

    [Fact]
    public void What_is_not_set_is_not_written()
    {
        var option = new OptionString().Add("a", (string?)null).Add("b", (bool?)null).Add("c", (long?)null)
            .Add("d", "1");

        Assert.Equal("d=1", option.ToString());
    }

    [Fact]
    public void A_comma_in_a_name_cannot_smuggle_an_option_in()
    {
        var option = new OptionString().Add("guest", "web,debug-threads=off").Add("debug-threads", true);

        Assert.Equal("guest=web,,debug-threads=off,debug-threads=on", option.ToString());
    }

    [Fact]
    public void Any_text_is_read_back_as_it_was()
    {
        Gen.String[0, 40].Array[1, 5].Sample(texts =>
        {
            var option = new OptionString("first");
            foreach (var text in texts)
            {
                option.Add("k", text);
            }

            Assert.Equal(["first", .. texts.Select(text => "k=" + text)], SplitAsQemuDoes(option.ToString()));
        });
    }

    private static List<string> SplitAsQemuDoes(string text)
    {
        const char Comma = '\uFFFF';
        return [.. text.Replace(",,", Comma.ToString(), StringComparison.Ordinal)
            .Split(',')
            .Select(item => item.Replace(Comma, ','))];
    }
}
