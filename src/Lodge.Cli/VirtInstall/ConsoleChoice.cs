using Lodge.Install.Flow;

namespace Lodge.Cli.VirtInstall;

/// <summary>Which console of the new guest the user is taken to.</summary>
internal enum ConsoleChoice
{
    /// <summary>None.</summary>
    None,

    /// <summary>Its text console, in this terminal.</summary>
    Text,

    /// <summary>Its display, in a viewer.</summary>
    Graphical,
}
