using System.Collections.Generic;
using System.Linq;
using Lodge.Protocol.Generator.Json;

namespace Lodge.Protocol.Generator.Table;

/// <content>Procedures, and what every node of the table is read with.</content>
internal sealed partial class TableReader
{
    private static readonly string[] Streams = ["none", "read", "write", "both"];
    private static readonly string[] FileDirections = ["none", "send", "receive", "both"];

    private static void ReadFamily(TableFile file, JsonObject content, ProgramFacts program, JsonNode procedures)
    {
        var name = content["family"] is { } family ? TextOf(file, family) : Names.Pascal(program.Name);
        var domain = content["errorDomain"] is { } text ? TextOf(file, text) : "VIR_FROM_RPC";
        var facts = new FamilyFacts(name, domain, []);
        foreach (var item in ListOf(file, procedures).Items)
        {
            facts.Procedures.Add(ReadProcedure(file, ObjectOf(file, item), domain));
        }

        program.Families.Add(facts);
    }

    private static ProcedureFacts ReadProcedure(TableFile file, JsonObject item, string domain)
    {
        string? Optional(string name) => item[name] is { } node ? TextOf(file, node) : null;
        var message = Optional("message");
        return new ProcedureFacts(
            file,
            item.Offset,
            (int)NumberOf(file, Needed(file, item, "number")),
            TextOf(file, Needed(file, item, "name")),
            Optional("api"),
            Optional("args"),
            Optional("ret"),
            message is "" ? null : message,
            message is not null,
            OneOf(file, item, "priority", ["low", "high"]) == "high",
            OneOf(file, item, "stream", Streams),
            OneOf(file, item, "files", FileDirections),
            Optional("readOnly") ?? "allowed",
            item["acl"] is { } acl ? [.. ListOf(file, acl).Items.Select(rule => TextOf(file, rule))] : [],
            Optional("errorDomain") ?? domain);
    }

    private static string OneOf(TableFile file, JsonObject item, string name, string[] known)
    {
        if (item[name] is not { } node)
        {
            return known[0];
        }

        var value = TextOf(file, node);
        return known.Contains(value)
            ? value
            : throw new TableException(
                DiagnosticDescriptors.UnknownValue, file, node.Offset,
                $"'{name}' is '{value}'; it can be {string.Join(", ", known)}");
    }

    private static void Add<T>(TableFile file, JsonMember member, Dictionary<string, T> into, T value)
    {
        if (into.ContainsKey(member.Name))
        {
            throw new TableException(DiagnosticDescriptors.Duplicate, file, member.Offset, $"'{member.Name}'");
        }

        into.Add(member.Name, value);
    }

    private static JsonNode Needed(TableFile file, JsonObject content, string name) => content[name]
        ?? throw new TableException(DiagnosticDescriptors.InvalidTable, file, content.Offset, $"'{name}' is missing");

    private static IEnumerable<JsonMember> MembersOf(TableFile file, JsonObject content, string name) =>
        content[name] is { } node ? ObjectOf(file, node).Members : [];

    private static JsonObject ObjectOf(TableFile file, JsonNode node) => node as JsonObject
        ?? throw new TableException(DiagnosticDescriptors.InvalidTable, file, node.Offset, "an object is wanted here");

    private static JsonList ListOf(TableFile file, JsonNode node) => node as JsonList
        ?? throw new TableException(DiagnosticDescriptors.InvalidTable, file, node.Offset, "a list is wanted here");

    private static string TextOf(TableFile file, JsonNode node) => (node as JsonText)?.Value
        ?? throw new TableException(DiagnosticDescriptors.InvalidTable, file, node.Offset, "a text is wanted here");

    private static long NumberOf(TableFile file, JsonNode node) => (node as JsonNumber)?.Value
        ?? throw new TableException(DiagnosticDescriptors.InvalidTable, file, node.Offset, "a number is wanted here");
}
