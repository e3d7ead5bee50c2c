namespace Lodge.Cli.Virsh.Storage;

/// <summary>Sizes of storage volumes.</summary>
internal static class VolumeSize
{
    /// <summary>Reads a size with or without a suffix, in bytes.</summary>
    internal static ulong Parse(string text)
    {
        var complaint = $"Malformed size {text}";
        if (!NumberText.TryCut(text, out var number, out var negative, out var suffix) || negative)
        {
            throw new CommandFailure(complaint);
        }

        try
        {
            return ScaledSize.Multiply(number, suffix, 1, ulong.MaxValue);
        }
        catch (VirException reason)
        {
            throw new CommandFailure(complaint, reason);
        }
    }
}
