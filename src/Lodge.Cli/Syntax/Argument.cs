namespace Lodge.Cli.Syntax;

/// <summary>An option of a program: the one place that parsing, help, completion and the manual page read.</summary>
/// <param name="Name">Its name (<c>--disk</c>).</param>
/// <param name="Kind">What stands behind it.</param>
internal sealed record Argument(string Name, ArgumentKind Kind = ArgumentKind.Value)
{
    /// <summary>Its one-letter name (<c>-n</c>); null where it has none.</summary>
    public string? Short { get; init; }

    /// <summary>Another long name for it; null where it has none.</summary>
    public string? Also { get; init; }

    /// <summary>What it is for; null for an older spelling, which help does not show.</summary>
    public string? Help { get; init; }

    /// <summary>The name under which its values are kept, where that is another option's.</summary>
    public string? Stores { get; init; }

    /// <summary>The value of a switch that stands for one, or of an option without its value.</summary>
    public string? Constant { get; init; }

    /// <summary>Whether its value is a number.</summary>
    public NumberKind Number { get; init; }

    /// <summary>A word that options have in common of which only one may be given; null where there is none.</summary>
    public string? Excludes { get; init; }

    /// <summary>What stands for its value in help; its name in capitals where this is null.</summary>
    public string? Metavar { get; init; }

    /// <summary>The name under which its values are kept.</summary>
    public string Key => Stores ?? Name;

    /// <summary>All its names, as help lists them.</summary>
    public IEnumerable<string> Names
    {
        get
        {
            if (Short is not null) yield return Short;
            yield return Name;
            if (Also is not null) yield return Also;
        }
    }

    /// <summary>Its names and value as help shows them: <c>-n NAME, --name NAME</c>.</summary>
    public string Invocation => string.Join(", ", Names.Select(name => name + Placeholder));

    private string Placeholder
    {
        get
        {
            var value = Metavar ?? Name.TrimStart('-').Replace('-', '_').ToUpperInvariant();
            return Kind switch
            {
                ArgumentKind.Switch => "",
                ArgumentKind.OptionalValue => $" [{value}]",
                _ => $" {value}",
            };
        }
    }
}
