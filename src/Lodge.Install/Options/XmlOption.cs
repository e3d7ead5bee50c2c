using Lodge.Install.Drafts;

namespace Lodge.Install.Options;

/// <summary><c>--xml</c>: a change of the whole XML by path, once everything else is done.</summary>
internal static class XmlOption
{
    private const string Prefix = "xpath.";

    /// <summary>What it takes.</summary>
    public static SubOption[] SubOptions { get; } =
    [
        new("xpath.delete", Takes: Takes.Commas),
        new("xpath.set", Takes: Takes.Commas),
        new("xpath.create", Takes: Takes.Commas),
        new("xpath.value", Takes: Takes.Commas),
    ];

    /// <summary>Takes an option's text into a plan.</summary>
    /// <exception cref="OptionException">It makes no sense.</exception>
    public static void Apply(string text, GuestPlan plan) => plan.Edits.Add(Parse(text));

    /// <summary>The change that an option's text means.</summary>
    /// <exception cref="OptionException">It makes no sense.</exception>
    public static XmlEdit Parse(string text)
    {
        var edit = new XmlEdit();
        if (!text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            edit.Set = text;
            return edit;
        }

        try
        {
            foreach (var (name, value) in OptionPairs.Read(text, SubOptions))
            {
                if (!Array.Exists(SubOptions, option => option.Name == name))
                    throw new OptionException($"Unknown --xml options: ['{name}']");
                edit.Take(name[Prefix.Length..], OptionValue.Of(new(name), name, value));
            }
        }
        catch (FormatException broken)
        {
            throw new OptionException($"Error: --xml {text}: {broken.Message}", broken);
        }

        return edit;
    }
}
