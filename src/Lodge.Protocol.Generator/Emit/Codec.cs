namespace Lodge.Protocol.Generator.Emit;

/// <summary>How one type of the wire is spelled, read and written in C#.</summary>
/// <param name="ClrType">The C# type.</param>
/// <param name="Read">The expression that reads a value from <c>reader</c>.</param>
/// <param name="Write">The statement that writes <c>{0}</c> to <c>writer</c>.</param>
/// <param name="MinimumSize">The fewest bytes that a value has, as a C# constant expression.</param>
/// <param name="IsRequired">Whether a value must be given: it has no sensible default.</param>
internal sealed record Codec(string ClrType, string Read, string Write, string MinimumSize, bool IsRequired = false)
{
    /// <summary>Set on types that are arrays of themselves by a method of their own: <c>ReadInt32Array</c>.</summary>
    public string? ArrayName { get; init; }

    /// <summary>The limit of each text in an array of texts.</summary>
    public string? TextLimit { get; init; }

    /// <summary>Whether the type is a generated or native struct.</summary>
    public bool IsMessage { get; init; }

    /// <summary>Whether the type is an enum of the wire.</summary>
    public bool IsEnum { get; init; }
}
