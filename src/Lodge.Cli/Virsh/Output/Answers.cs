namespace Lodge.Cli.Virsh.Output;

/// <summary>Answers that a list can do without when the daemon does not give them.</summary>
internal static class Answers
{
    /// <summary>The answer, or null when the daemon gives none.</summary>
    internal static async Task<bool?> TryFlagAsync(ValueTask<bool> call)
    {
        try
        {
            return await call;
        }
        catch (VirException)
        {
            return null;
        }
    }

    /// <inheritdoc cref="TryFlagAsync"/>
    internal static async Task<T?> TryAsync<T>(ValueTask<T> call)
        where T : class
    {
        try
        {
            return await call;
        }
        catch (VirException)
        {
            return null;
        }
    }

    /// <summary>The answer as a word.</summary>
    internal static string YesNo(bool? answer, string otherwise = "unknown") => answer switch
    {
        true => "yes",
        false => "no",
        null => otherwise,
    };
}
