using Lodge.Cli.Terminal;

namespace Lodge.Cli.Tests.Terminal;

public sealed class LineBufferTests
{
    [Fact]
    public void Text_goes_in_at_the_cursor()
    {
        var line = new LineBuffer();
        line.Insert("lst");
        line.Move(-2);
        line.Insert("i");
        Assert.Equal("list", line.Text);
        Assert.Equal("li", line.BeforeCursor);
    }

    [Fact]
    public void A_character_beyond_the_basic_plane_is_one()
    {
        var line = new LineBuffer();
        line.Set("a😀");
        line.Backspace();
        Assert.Equal("a", line.Text);
    }

    [Fact]
    public void What_was_cut_can_be_put_in_again()
    {
        var line = new LineBuffer();
        line.Set("start my guest");
        line.CutWord();
        Assert.Equal("start my ", line.Text);
        line.Home();
        line.Paste();
        Assert.Equal("gueststart my ", line.Text);
        line.CutToEnd();
        Assert.Equal("guest", line.Text);
        line.CutToStart();
        Assert.Equal("", line.Text);
    }

    [Fact]
    public void Words_are_jumped_over()
    {
        var line = new LineBuffer();
        line.Set("start my-guest");
        line.WordLeft();
        Assert.Equal("start my-", line.BeforeCursor);
        line.WordLeft();
        line.WordLeft();
        Assert.Equal("", line.BeforeCursor);
        line.WordRight();
        Assert.Equal("start", line.BeforeCursor);
    }

    [Fact]
    public void Nothing_is_deleted_beyond_either_end()
    {
        var line = new LineBuffer();
        line.Set("a");
        line.Delete();
        line.Home();
        line.Backspace();
        Assert.Equal("a", line.Text);
    }

    [Theory]
    [InlineData("\u001b[A", KeyKind.Up)]
    [InlineData("\u001bOB", KeyKind.Down)]
    [InlineData("\u001b[1;5C", KeyKind.Meta)]
    [InlineData("\u001b[3~", KeyKind.Delete)]
    [InlineData("\u001b[H", KeyKind.Home)]
    [InlineData("\u001b[4~", KeyKind.End)]
    [InlineData("\u001b[200~", KeyKind.Other)]
    [InlineData("\u0001", KeyKind.Control)]
    [InlineData("ä", KeyKind.Text)]
    [InlineData("", KeyKind.Closed)]
    [InlineData("\u001b", KeyKind.Closed)]
    public void Keys_are_known_by_what_a_terminal_sends(string bytes, object kind)
    {
        using var input = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(bytes));
        Assert.Equal(kind, new KeyReader(input).Read().Kind);
    }

    [Fact]
    public void A_long_line_is_shown_around_the_cursor()
    {
        var line = new LineBuffer();
        line.Set("0123456789");
        Assert.Equal("\r# 89\u001b[K\r\u001b[4C", LineView.Render("# ", line, 5));
        line.Home();
        Assert.Equal("\r# 01\u001b[K\r\u001b[2C", LineView.Render("# ", line, 5));
    }

    [Theory]
    [InlineData("^]", 0x1D)]
    [InlineData("^a", 0x01)]
    [InlineData("^A", 0x01)]
    [InlineData("x", (byte)'x')]
    public void The_escape_key_is_the_byte_that_a_terminal_sends(string text, byte expected) =>
        Assert.Equal(expected, ConsoleSession.EscapeByte(text));
}
