using System.Collections.Generic;
using System.Linq;
using Lodge.Protocol.Generator.Table;

namespace Lodge.Protocol.Generator.Emit;

/// <summary>
/// Writes a record struct with its codec for each structure of a program, and the program's enums and limits.
/// </summary>
internal static class MessageEmitter
{
    public static string Messages(ProgramFacts program, IEnumerable<StructFacts> structs, CodecResolver resolver)
    {
        var code = new CodeWriter(program.Namespace, "Lodge.Protocol.Xdr");
        foreach (var facts in structs)
        {
            Message(code, facts, resolver);
        }

        return code.ToString();
    }

    public static string Constants(ProgramFacts program)
    {
        var code = new CodeWriter(program.Namespace);
        code.Summary($"The limits and numbers of the {program.Name} program, as libvirt names them.");
        code.Open($"public static class {Names.Pascal(program.Name)}Constants");
        foreach (var constant in program.Constants)
        {
            code.Line($"public const int {constant.Key} = {constant.Value};");
        }

        code.Close();
        foreach (var facts in program.Enums)
        {
            code.Line();
            ConstantsEmitter.Enum(code, Names.Type(facts.Name, program.Prefix), facts);
        }

        return code.ToString();
    }

    private static void Message(CodeWriter code, StructFacts facts, CodecResolver resolver)
    {
        var name = Names.Type(facts.Name, facts.Program.Prefix);
        var fields = facts.Fields
            .Select(field => (Name: FieldName(facts, field, name),
                Codec: resolver.Resolve(facts.File, field.Offset, field.Type), field.Type))
            .ToList();

        code.Summary($"libvirt's <c>{facts.Name}</c>.");
        code.Open($"public readonly record struct {name} : IXdrMessage<{name}>");
        foreach (var field in fields)
        {
            code.Summary($"<c>{field.Type.Replace("<", "&lt;").Replace(">", "&gt;")}</c>.");
            var required = field.Codec.IsRequired ? "required " : "";
            code.Line($"public {required}{field.Codec.ClrType} {field.Name} {{ get; init; }}");
            code.Line();
        }

        var sizes = fields.Count == 0 ? "0" : string.Join(" + ", fields.Select(field => field.Codec.MinimumSize));
        code.Line("/// <inheritdoc/>");
        code.Line($"public static int MinimumSize => {sizes};");
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Open($"public static {name} Read(ref XdrReader reader) => new()");
        foreach (var field in fields)
        {
            code.Line($"{field.Name} = {field.Codec.Read},");
        }

        code.Close(";");
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Open("public void Write(ref XdrWriter writer)");
        foreach (var field in fields)
        {
            code.Line(field.Codec.Write.Replace("{0}", field.Name) + ";");
        }

        code.Close();
        code.Close();
        code.Line();
    }

    private static string FieldName(StructFacts facts, FieldFacts field, string type)
    {
        var name = Names.Pascal(field.Name);
        return name != type
            ? name
            : throw new TableException(
                DiagnosticDescriptors.InvalidTable, facts.File, field.Offset,
                $"'{field.Name}' would be named as the structure that holds it");
    }
}
