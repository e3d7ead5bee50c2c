namespace Lodge.Cli.Syntax;

/// <summary>Whether an option's value is a number.</summary>
internal enum NumberKind
{
    /// <summary>It is any text.</summary>
    None,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number that may have a fraction.</summary>
    Real,
}
