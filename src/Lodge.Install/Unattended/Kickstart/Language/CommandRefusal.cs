namespace Lodge.Install.Unattended.Kickstart.Language;

/// <summary>A line of a kickstart makes no sense.</summary>
internal sealed class CommandRefusal : Exception
{
    /// <summary>Says why.</summary>
    public CommandRefusal(string message)
        : base(message)
    {
    }
}
