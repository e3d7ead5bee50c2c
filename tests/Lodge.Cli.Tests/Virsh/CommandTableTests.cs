using Lodge.Cli.Virsh.Commands;
using Lodge.Cli.Virsh.Definitions;
using Lodge.Cli.Virsh.Help;

namespace Lodge.Cli.Tests.Virsh;

public sealed class CommandTableTests
{
    public static TheoryData<string> Names =>
        [.. CommandTable.Groups.SelectMany(static group => group.Entries).Select(static entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_definition_can_be_understood_in_one_way_only(string name) =>
        Assert.Null(CommandCheck.FirstFault(CommandTable.Find(name)!));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_entry_leads_to_the_command_of_its_name(string name) =>
        Assert.Equal(name == "nodedev-dettach" ? "nodedev-detach" : name, CommandTable.Find(name)!.Name);

    [Fact]
    public void All_commands_of_stock_virsh_are_there()
    {
        Assert.Equal(277, Names.Count);
        Assert.Equal(15, CommandTable.Groups.Count());
        Assert.Equal(Names.Count, Names.Select(static row => row.Data).Distinct().Count());
    }

    [Fact]
    public void Hidden_commands_and_old_spellings_are_not_listed()
    {
        Assert.DoesNotContain("complete", CommandTable.VisibleNames);
        Assert.DoesNotContain("self-test", CommandTable.VisibleNames);
        Assert.DoesNotContain("nodedev-dettach", CommandTable.VisibleNames);
        Assert.DoesNotContain("self-test", HelpText.All(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("monitor", "Domain Monitoring")]
    [InlineData("Domain Monitoring", "Domain Monitoring")]
    [InlineData("virsh", "Virsh itself")]
    public void A_group_is_found_by_its_keyword_and_by_its_heading(string text, string heading) =>
        Assert.Equal(heading, CommandTable.FindGroup(text)!.Name);

    [Fact]
    public void A_faulty_definition_is_named()
    {
        var late = new Command("x", static (_, _) => Task.CompletedTask)
        {
            Help = "x",
            Options = [Option.Flag("a", "a"), Option.Data("b", "b")],
        };
        Assert.Equal(
            "parameter 'b' of command 'x' must be listed before optional parameters", CommandCheck.FirstFault(late));
    }

    [Fact]
    public void Help_of_a_command_is_laid_out_as_stock_does()
    {
        const string Expected = """
              NAME
                desc - show or set domain's description or title

              SYNOPSIS
                desc <domain> [--live] [--config] [--current] [--title] [--edit] [[--new-desc] <string>]...

              DESCRIPTION
                Allows setting or modifying the description or title of a domain.

              OPTIONS
                [--domain] <string>  domain name, id or uuid
                --live           modify/get running state
                --config         modify/get persistent configuration
                --current        modify/get current state configuration
                --title          modify/get the title instead of description
                --edit           open an editor to modify the description
                [--new-desc] <string>  message


            """;
        Assert.Equal(Expected, HelpText.Of(CommandTable.Find("desc")!));
    }
}
