namespace Lodge.Cli.Virsh.Parsing;

/// <content>Numbers.</content>
internal sealed partial class Arguments
{
    /// <summary>A signed 32-bit number, or null when absent.</summary>
    internal int? Int32(string name) => (int?)Signed(name, int.MinValue, int.MaxValue);

    /// <summary>A signed 64-bit number, or null when absent.</summary>
    internal long? Int64(string name) => Signed(name, long.MinValue, long.MaxValue);

    /// <summary>An unsigned 32-bit number, or null when absent.</summary>
    internal uint? UInt32(string name) => (uint?)Unsigned(name, uint.MaxValue, wrap: false);

    /// <summary>An unsigned 64-bit number, or null when absent.</summary>
    internal ulong? UInt64(string name) => Unsigned(name, ulong.MaxValue, wrap: false);

    /// <summary>An unsigned 64-bit number in which -1 stands for the largest, or null when absent.</summary>
    internal ulong? UInt64Wrapped(string name) => Unsigned(name, ulong.MaxValue, wrap: true);

    /// <summary>A size with or without a suffix, in bytes, or null when absent.</summary>
    /// <param name="name">The option.</param>
    /// <param name="scale">What a number without a suffix counts, in bytes.</param>
    /// <param name="most">The largest size allowed, in bytes.</param>
    internal ulong? Scaled(string name, ulong scale, ulong most = ulong.MaxValue)
    {
        if (Find(name)?.Value is not { } text)
        {
            return null;
        }

        var complaint = $"Scaled numeric value '{text}' for <{name}> option is malformed or out of range";
        if (!NumberText.TryCut(text, out var magnitude, out var negative, out var suffix) || negative)
        {
            throw new CommandFailure(complaint);
        }

        try
        {
            return ScaledSize.Multiply(magnitude, suffix, scale, most);
        }
        catch (VirException reason)
        {
            throw new CommandFailure(complaint, reason);
        }
    }

    /// <summary><c>--timeout</c> in seconds, or null when absent.</summary>
    internal TimeSpan? Timeout()
    {
        if (UInt32("timeout") is not { } seconds)
        {
            return null;
        }

        return seconds is 0 or > int.MaxValue / 1000
            ? throw Malformed($"{seconds}", "timeout")
            : TimeSpan.FromSeconds(seconds);
    }

    private static CommandFailure Malformed(string text, string name) =>
        new($"Numeric value '{text}' for <{name}> option is malformed or out of range");

    private long? Signed(string name, long least, long most)
    {
        if (Find(name)?.Value is not { } text)
        {
            return null;
        }

        return NumberText.TrySigned(text, least, most, out var value) ? value : throw Malformed(text, name);
    }

    private ulong? Unsigned(string name, ulong most, bool wrap)
    {
        if (Find(name)?.Value is not { } text)
        {
            return null;
        }

        return NumberText.TryUnsigned(text, most, wrap, out var value) ? value : throw Malformed(text, name);
    }
}
