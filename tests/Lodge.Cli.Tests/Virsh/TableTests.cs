using Lodge.Cli.Virsh.Output;

namespace Lodge.Cli.Tests.Virsh;

public sealed class TableTests
{
    [Fact]
    public void Columns_are_as_wide_as_their_widest_cell()
    {
        var table = new Table("Id", "Name", "State");
        table.Add("1", "test", "running");
        table.Add("-", "a-longer-name", "shut off");
        Assert.Equal(
            " Id   Name            State\n"
            + "--------------------------------\n"
            + " 1    test            running\n"
            + " -    a-longer-name   shut off\n",
            table.Format(withHeader: true));
    }

    [Fact]
    public void Without_its_header_a_table_is_as_wide_as_its_rows()
    {
        var table = new Table("A long header", "B");
        table.Add("x", "y");
        Assert.Equal(" x   y\n", table.Format(withHeader: false));
    }

    [Theory]
    [InlineData("日本", " 日本   y\n")]
    [InlineData("é", " é   y\n")]
    [InlineData("e\u0301", " e\u0301   y\n")]
    [InlineData("a\tb", " a\\x09b   y\n")]
    [InlineData("a\\xb", " a\\x5cxb   y\n")]
    public void Cells_are_measured_in_columns_of_the_terminal(string cell, string expected)
    {
        var table = new Table("", "");
        table.Add(cell, "y");
        table.Add(new string('n', TextWidthOf(cell)), "y");
        Assert.Equal(expected + $" {new string('n', TextWidthOf(cell))}   y\n", table.Format(withHeader: false));
    }

    private static int TextWidthOf(string cell) => cell switch
    {
        "日本" => 4,
        "a\tb" => 6,
        "a\\xb" => 7,
        _ => 1,
    };
}
