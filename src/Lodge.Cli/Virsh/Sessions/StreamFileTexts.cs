namespace Lodge.Cli.Virsh.Sessions;

/// <summary>What a command says when a file cannot be filled from a stream or sent into one.</summary>
internal sealed record StreamFileTexts
{
    /// <summary>The file cannot be made.</summary>
    internal string CannotCreate { get; init; } = "";

    /// <summary>The stream broke while the file was filled.</summary>
    internal string CannotReceive { get; init; } = "";

    /// <summary>The stream broke while the file was sent.</summary>
    internal string CannotSend { get; init; } = "";

    /// <summary>The daemon did not accept the end.</summary>
    internal string CannotClose { get; init; } = "";
}
