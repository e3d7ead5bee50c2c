using Lodge.Cli.Syntax;
using Lodge.Cli.VirtInstall;
using Lodge.Testing;

namespace Lodge.Cli.Tests.Syntax;

/// <summary>Help, completion and manual pages come from one table.</summary>
public sealed class SyntaxTests
{
    public static TheoryData<string> Programs => [.. SyntaxTool.All.Select(syntax => syntax.Name)];

    [Theory]
    [MemberData(nameof(Programs))]
    public void The_manual_page_is_that_of_the_table(string name)
    {
        var path = Path.Combine(Checkout.Folder, "packaging", "man", name + ".1");
        var page = ManPage.Of(SyntaxTool.All.Single(syntax => syntax.Name == name));
        Assert.True(page == File.ReadAllText(path), $"write it anew: lodge manual {name} >packaging/man/{name}.1");
    }

    [Fact]
    public void Each_program_has_every_option_that_4_1_has()
    {
        var counts = SyntaxTool.All.Select(syntax => syntax.Arguments.Count(argument => argument.Help is not null));
        Assert.Equal([81, 20, 65], counts);
    }

    [Fact]
    public void Options_complete_and_so_does_what_they_take()
    {
        Assert.Contains("--cdrom", WordCompletion.After(InstallSyntax.Table, "virt-install"));
        Assert.Contains("bus=", WordCompletion.After(InstallSyntax.Table, "--disk"));
        Assert.Contains("kernel=", WordCompletion.After(InstallSyntax.Table, "-l"));
        Assert.DoesNotContain("--ram", WordCompletion.After(InstallSyntax.Table, "x"));
    }

    [Theory]
    [InlineData("--dsik", "--disk")]
    [InlineData("--netwrok", "--network")]
    [InlineData("--os-varient", "--os-variant")]
    [InlineData("--zzzzzz", null)]
    public void The_nearest_name_is_found(string mistyped, string? meant) =>
        Assert.Equal(meant, InstallSyntax.Table.Nearest(mistyped));

    [Fact]
    public void Text_is_broken_between_words_and_behind_hyphens() => Assert.Equal(
        ["Perform a cloud image installation, configuring cloud-", "init"],
        TextWrap.Lines("Perform a cloud image installation, configuring cloud-init", 54));

    [Fact]
    public async Task No_options_at_all_give_a_short_text_and_a_failure()
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var status = await Tool.RunAsync(InstallSyntax.Table, [], output, error,
            static (_, _, _) => Task.FromResult(0), CancellationToken.None);
        Assert.Equal((1, ""), (status, output.ToString()));
        Assert.InRange(error.ToString().Split('\n').Length, 5, 12);
    }
}
