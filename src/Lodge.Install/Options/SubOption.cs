namespace Lodge.Install.Options;

/// <summary>How a value of an option stands in the XML.</summary>
internal enum Form
{
    /// <summary>As it was given.</summary>
    Text,

    /// <summary>A whole number, decimal; hexadecimal numbers are turned into it.</summary>
    Whole,

    /// <summary>An element that is there or is not.</summary>
    Presence,

    /// <summary><c>yes</c> or <c>no</c>.</summary>
    YesNo,

    /// <summary><c>on</c> or <c>off</c>.</summary>
    OnOff,

    /// <summary>A path, made whole from the current folder.</summary>
    FullPath,
}

/// <summary>What is special about what a sub-option takes.</summary>
[Flags]
internal enum Takes
{
    /// <summary>Nothing.</summary>
    Value = 0,

    /// <summary>A switch: <c>yes</c>, <c>on</c>, <c>1</c>, <c>no</c> ….</summary>
    Switch = 1,

    /// <summary>A value with commas: it goes on up to the next sub-option that is known.</summary>
    Commas = 2,

    /// <summary><c>default</c> leaves it to libvirt.</summary>
    NothingForDefault = 4,
}

/// <summary>One thing that an option takes: <c>bus</c> of <c>--disk path=…,bus=virtio</c>.</summary>
/// <param name="Name">Its name; <c>[0-9]*</c> in it stands for the number of an element of a list.</param>
/// <param name="Path">Where it goes in the XML, below the option's element; null where code sees to it.</param>
/// <param name="Form">How it stands there.</param>
/// <param name="Takes">What is special about its value.</param>
internal sealed record SubOption(
    string Name, string? Path = null, Form Form = Form.Text, Takes Takes = Takes.Value)
{
    private const string AnyNumber = "[0-9]*";

    /// <summary>Its name as people give it for the first element of a list.</summary>
    public string ShownName => Name.Replace(AnyNumber, "0", StringComparison.Ordinal);

    /// <summary>Older names for it.</summary>
    public string[] Aliases { get; init; } = [];

    /// <summary>Whether a name that somebody gave is this one's, and the numbers in it.</summary>
    public bool Matches(string given, out int[] numbers)
    {
        if (Matches(Name, given, out numbers)) return true;
        foreach (var alias in Aliases)
        {
            if (Matches(alias, given, out numbers)) return true;
        }

        return false;
    }

    private static bool Matches(string pattern, string given, out int[] numbers)
    {
        numbers = [];
        var (at, found) = (0, new List<int>());
        foreach (var (index, part) in pattern.Split(AnyNumber).Index())
        {
            if (index > 0)
            {
                var start = at;
                while (at < given.Length && char.IsAsciiDigit(given[at])) at++;
                if (!int.TryParse(given.AsSpan(start, at - start), out var number) && at > start) return false;
                found.Add(number);
            }

            if (!given.AsSpan(at).StartsWith(part, StringComparison.Ordinal)) return false;
            at += part.Length;
        }

        numbers = [.. found];
        return at == given.Length;
    }
}
