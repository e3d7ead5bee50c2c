using System;

namespace Lodge.Protocol.Generator.Json;

/// <summary>A place in a table file that is not the JSON wanted there.</summary>
internal sealed class JsonException(int offset, string message) : Exception(message)
{
    /// <summary>How many characters stand before the place.</summary>
    public int Offset { get; } = offset;
}
