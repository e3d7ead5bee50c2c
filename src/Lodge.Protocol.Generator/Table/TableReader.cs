using System.Collections.Generic;
using System.Linq;
using Lodge.Protocol.Generator.Json;

namespace Lodge.Protocol.Generator.Table;

/// <summary>Gathers the files of the table into one model.</summary>
internal sealed partial class TableReader
{
    private readonly ProtocolTable _table = new();
    private readonly Dictionary<string, ProgramFacts> _programs = [];

    /// <summary>Reads all files.</summary>
    /// <exception cref="TableException">A file is wrong.</exception>
    public static ProtocolTable Read(IEnumerable<TableFile> files)
    {
        var reader = new TableReader();
        foreach (var file in files.OrderBy(file => file.Path, System.StringComparer.Ordinal))
        {
            reader.ReadFile(file);
        }

        reader.CheckNumbers();
        return reader._table;
    }

    private void ReadFile(TableFile file)
    {
        JsonNode root;
        try
        {
            root = JsonReader.Read(file.Text);
        }
        catch (JsonException fault)
        {
            throw new TableException(DiagnosticDescriptors.InvalidJson, file, fault.Offset, fault.Message);
        }

        var content = ObjectOf(file, root);
        if (content["program"] is { } program)
        {
            ReadProgram(file, content, TextOf(file, program));
        }
        else
        {
            ReadPublicConstants(file, content);
        }
    }

    private void ReadProgram(TableFile file, JsonObject content, string name)
    {
        if (!_programs.TryGetValue(name, out var program))
        {
            program = new ProgramFacts(name);
            _programs.Add(name, program);
            _table.Programs.Add(program);
        }

        if (content["namespace"] is { } place)
        {
            program.Namespace = TextOf(file, place);
            program.Prefix = TextOf(file, Needed(file, content, "prefix"));
            program.Number = content["number"] is { } number ? NumberOf(file, number) : null;
            program.Version = content["version"] is { } version ? NumberOf(file, version) : 0;
        }

        foreach (var member in MembersOf(file, content, "constants"))
        {
            Add(file, member, _table.Constants, NumberOf(file, member.Value));
            program.Constants.Add(new(member.Name, _table.Constants[member.Name]));
        }

        foreach (var member in MembersOf(file, content, "enums"))
        {
            var facts = ReadEnum(file, member, isFlags: false, program);
            Add(file, member, _table.Enums, facts);
            program.Enums.Add(facts);
        }

        foreach (var member in MembersOf(file, content, "typedefs"))
        {
            Add(file, member, _table.Typedefs, new(file, member.Offset, TextOf(file, member.Value)));
        }

        foreach (var member in MembersOf(file, content, "natives"))
        {
            Add(file, member, _table.Natives, new(TextOf(file, member.Value)));
        }

        foreach (var member in MembersOf(file, content, "structs"))
        {
            var fields = ObjectOf(file, member.Value).Members
                .Select(field => new FieldFacts(field.Offset, field.Name, TextOf(file, field.Value)));
            var facts = new StructFacts(file, member.Offset, member.Name, program, [.. fields]);
            Add(file, member, _table.Structs, facts);
            program.Structs.Add(facts);
        }

        if (content["procedures"] is { } procedures)
        {
            ReadFamily(file, content, program, procedures);
        }
    }

    private void ReadPublicConstants(TableFile file, JsonObject content)
    {
        foreach (var member in MembersOf(file, content, "enums"))
        {
            _table.PublicEnums.Add(ReadEnum(file, member, isFlags: false, null));
        }

        foreach (var member in MembersOf(file, content, "flags"))
        {
            _table.PublicEnums.Add(ReadEnum(file, member, isFlags: true, null));
        }

        foreach (var member in MembersOf(file, content, "macros"))
        {
            _table.Macros.Add(member.Value switch
            {
                JsonText text => new MacroFacts(member.Name, text.Value, 0),
                var number => new MacroFacts(member.Name, null, NumberOf(file, number)),
            });
        }
    }

    private static EnumFacts ReadEnum(TableFile file, JsonMember member, bool isFlags, ProgramFacts? program)
    {
        var values = ObjectOf(file, member.Value).Members
            .Select(value => new KeyValuePair<string, long>(value.Name, NumberOf(file, value.Value)));
        return new EnumFacts(file, member.Name, isFlags, program, [.. values]);
    }

    private void CheckNumbers()
    {
        foreach (var program in _table.Programs)
        {
            var numbers = new HashSet<int>();
            foreach (var procedure in program.Families.SelectMany(family => family.Procedures))
            {
                if (!numbers.Add(procedure.Number))
                {
                    throw new TableException(
                        DiagnosticDescriptors.Duplicate, procedure.File, procedure.Offset,
                        $"Procedure {procedure.Number} of program {program.Name}");
                }
            }
        }
    }
}
