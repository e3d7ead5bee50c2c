using Lodge.Install.Options;
using Lodge.Install.Options.Tables;

namespace Lodge.Install.Tests.Options;

/// <summary>No option takes a thing that no case gives it.</summary>
public sealed class SubOptionCoverageTests
{
    // These say what else is to happen, not what stands in the XML; they have tests of their own.
    private static readonly string[] s_others =
        ["--metadata os_name", "--metadata os_full_id", "--boot refresh-machine-type"];

    private static readonly SubOption[] s_shared = [SharedSubOptions.ClearXml, .. SharedSubOptions.Paths];

    [Fact]
    public void Every_sub_option_and_every_other_name_of_it_is_given_in_a_case()
    {
        var given = GoldenCases.All.SelectMany(known => GoldenCases.Parse(known.Options))
            .GroupBy(line => line.Flag)
            .ToDictionary(lines => lines.Key, lines => lines.SelectMany(NamesIn).ToHashSet());
        var missing =
            from option in GuestOptions.All
            from sub in option.SubOptions.Except(s_shared)
            from name in sub.Aliases.Prepend(sub.Name)
            where !s_others.Contains($"{option.Flag} {name}")
            let names = given.GetValueOrDefault(option.Flag) ?? []
            let alone = sub with { Name = name, Aliases = [] }
            where !names.Any(candidate => alone.Matches(candidate, out _))
            select $"{option.Flag} {name}";
        Assert.Empty(missing);
    }

    [Fact]
    public void Changes_by_path_are_given_in_a_case()
    {
        var text = string.Join('\n', GoldenCases.All.Select(known => known.Options));
        foreach (var part in new[] { "delete", "set", "create", "value" })
            Assert.Matches($"xpath[0-9]*\\.{part}=", text);
    }

    private static IEnumerable<string> NamesIn((string Flag, string Text) line)
    {
        var option = GuestOptions.Find(line.Flag)!;
        var pairs = OptionPairs.Split(line.Text);
        for (var index = 0; index < pairs.Count; index++)
        {
            var isFirst = pairs[index].Value is null && index < option.First.Length;
            yield return isFirst ? option.First[index] : pairs[index].Name;
            // One for which quotes and commas mean nothing has a single name at its beginning.
            if (line.Flag == "--qemu-commandline") yield return pairs[index].Value is null ? "args" : pairs[index].Name;
        }
    }
}
