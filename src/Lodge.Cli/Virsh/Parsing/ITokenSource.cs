namespace Lodge.Cli.Virsh.Parsing;

/// <summary>What a command line is cut into.</summary>
internal enum TokenKind
{
    /// <summary>An option name or a value, possibly empty.</summary>
    Argument,

    /// <summary>The end of one command of several.</summary>
    CommandEnd,

    /// <summary>Nothing is left.</summary>
    End,

    /// <summary>The line cannot be cut; the reason has been told.</summary>
    Error,
}

/// <summary>Hands out the words of a command line one by one.</summary>
internal interface ITokenSource
{
    /// <summary>Takes the next word.</summary>
    /// <param name="complain">
    /// Tells the reason of an error as <see cref="CommandFailure"/>; else gives <see cref="TokenKind.Error"/>.
    /// </param>
    /// <param name="text">The word, of an <see cref="TokenKind.Argument"/>.</param>
    TokenKind Next(bool complain, out string text);

    /// <summary>The cursor of a person who completes stands right behind the last word.</summary>
    bool AtCursor { get; }
}
