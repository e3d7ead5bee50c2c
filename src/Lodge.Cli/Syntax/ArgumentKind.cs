namespace Lodge.Cli.Syntax;

/// <summary>What stands behind an option on the command line.</summary>
internal enum ArgumentKind
{
    /// <summary>A value.</summary>
    Value,

    /// <summary>A value, or nothing.</summary>
    OptionalValue,

    /// <summary>Nothing.</summary>
    Switch,
}
