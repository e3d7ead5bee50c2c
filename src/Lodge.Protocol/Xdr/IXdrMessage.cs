namespace Lodge.Protocol.Xdr;

/// <summary>A value that can be written to the wire.</summary>
public interface IXdrEncodable
{
    /// <summary>Writes the value.</summary>
    /// <exception cref="Errors.VirException">A field is larger than the wire allows, or one that must be there is
    /// null.</exception>
    void Write(ref XdrWriter writer);
}

/// <summary>A value that can be written to the wire and read from it.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IXdrMessage<TSelf> : IXdrEncodable
    where TSelf : struct, IXdrMessage<TSelf>
{
    /// <summary>The fewest bytes that a value takes on the wire.</summary>
    static abstract int MinimumSize { get; }

    /// <summary>Reads a value.</summary>
    /// <exception cref="Errors.VirException">The bytes end early or break a limit.</exception>
    static abstract TSelf Read(ref XdrReader reader);
}
