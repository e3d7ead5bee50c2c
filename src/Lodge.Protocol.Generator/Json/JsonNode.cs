using System.Collections.Generic;

namespace Lodge.Protocol.Generator.Json;

/// <summary>
/// A JSON value with the place it stands at, for diagnostics. System.Text.Json cannot be loaded by the compiler.
/// </summary>
internal abstract record JsonNode(int Offset);

internal sealed record JsonText(int Offset, string Value) : JsonNode(Offset);

internal sealed record JsonNumber(int Offset, long Value) : JsonNode(Offset);

internal sealed record JsonList(int Offset, IReadOnlyList<JsonNode> Items) : JsonNode(Offset);

internal sealed record JsonObject(int Offset, IReadOnlyList<JsonMember> Members) : JsonNode(Offset)
{
    /// <summary>The value of a member, or null where there is none.</summary>
    public JsonNode? this[string name]
    {
        get
        {
            foreach (var member in Members)
            {
                if (member.Name == name)
                {
                    return member.Value;
                }
            }

            return null;
        }
    }
}

internal sealed record JsonMember(int Offset, string Name, JsonNode Value);
