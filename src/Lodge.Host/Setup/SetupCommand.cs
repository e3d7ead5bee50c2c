namespace Lodge.Host.Setup;

/// <summary>A program to be run on the host that is made ready.</summary>
/// <param name="Program">Its name.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Input">What it reads; null for nothing.</param>
public sealed record SetupCommand(string Program, IReadOnlyList<string> Arguments, string? Input = null)
{
    private const char Separator = '\t';

    /// <summary>A command of words.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    public static SetupCommand Of(string program, params string[] arguments) => new(program, arguments);

    /// <summary>Reads a line of the journal; null where it is empty.</summary>
    /// <param name="line">The line.</param>
    public static SetupCommand? TryParse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Split(Separator) is [{ Length: > 0 } program, .. var arguments]
            ? new SetupCommand(program, arguments)
            : null;
    }

    /// <summary>The line of the journal.</summary>
    public string ToLine() => string.Join(Separator, [Program, .. Arguments]);

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', [Program, .. Arguments]);
}
