using System.Collections.Generic;

namespace Lodge.Protocol.Generator.Table;

/// <summary>The whole table: every program of the wire and the public constants.</summary>
internal sealed class ProtocolTable
{
    public List<ProgramFacts> Programs { get; } = [];

    public List<EnumFacts> PublicEnums { get; } = [];

    public List<MacroFacts> Macros { get; } = [];

    public Dictionary<string, long> Constants { get; } = [];

    public Dictionary<string, TypedefFacts> Typedefs { get; } = [];

    public Dictionary<string, NativeFacts> Natives { get; } = [];

    public Dictionary<string, StructFacts> Structs { get; } = [];

    public Dictionary<string, EnumFacts> Enums { get; } = [];
}

/// <summary>A program of the wire: what its files say together.</summary>
internal sealed class ProgramFacts(string name)
{
    public string Name { get; } = name;

    public string Namespace { get; set; } = "";

    public string Prefix { get; set; } = "";

    public long? Number { get; set; }

    public long Version { get; set; }

    public List<KeyValuePair<string, long>> Constants { get; } = [];

    public List<EnumFacts> Enums { get; } = [];

    public List<StructFacts> Structs { get; } = [];

    public List<FamilyFacts> Families { get; } = [];
}

/// <summary>The procedures on one kind of object.</summary>
internal sealed record FamilyFacts(string Name, string ErrorDomain, List<ProcedureFacts> Procedures);

/// <summary>One procedure, or a message that the server sends of itself.</summary>
internal sealed record ProcedureFacts(
    TableFile File,
    int Offset,
    int Number,
    string Name,
    string? Api,
    string? Args,
    string? Ret,
    string? Message,
    bool IsMessage,
    bool IsHighPriority,
    string Stream,
    string Files,
    string ReadOnly,
    IReadOnlyList<string> Acl,
    string ErrorDomain);

internal sealed record StructFacts(
    TableFile File, int Offset, string Name, ProgramFacts Program, List<FieldFacts> Fields);

internal sealed record FieldFacts(int Offset, string Name, string Type);

internal sealed record TypedefFacts(TableFile File, int Offset, string Type);

internal sealed record NativeFacts(string ClrType);

internal sealed record EnumFacts(
    TableFile File, string Name, bool IsFlags, ProgramFacts? Program, List<KeyValuePair<string, long>> Values);

/// <summary>A constant of the public API: a text or a number.</summary>
internal sealed record MacroFacts(string Name, string? Text, long Number);
