namespace Lodge.Fuzz;

/// <summary>A parser that must stand any bytes.</summary>
internal interface IFuzzTarget
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>Good inputs to begin with.</summary>
    IEnumerable<byte[]> Seeds { get; }

    /// <summary>
    /// Parses the bytes. It throws only what is a fault of the parser: refusals of bad input it catches itself.
    /// </summary>
    void Run(ReadOnlySpan<byte> input);
}
