using Microsoft.Win32.SafeHandles;

namespace Lodge.Cli.Terminal;

/// <summary>
/// The standard streams byte by byte. The console's own streams read whole lines from a terminal and set it up for
/// themselves, which a guest's console and a line editor cannot have.
/// </summary>
internal static class StandardStreams
{
    /// <summary>Standard input, without a buffer.</summary>
    internal static FileStream Input() => new(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, 0);

    /// <summary>Standard output, without a buffer.</summary>
    internal static FileStream Output() => new(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, 0);
}
