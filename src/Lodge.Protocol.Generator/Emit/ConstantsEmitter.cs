using System.Linq;
using Lodge.Protocol.Generator.Table;

namespace Lodge.Protocol.Generator.Emit;

/// <summary>Writes the enums and macros of libvirt's public API.</summary>
internal static class ConstantsEmitter
{
    private const string Namespace = "Lodge.Protocol.Constants";

    public static string Enums(ProtocolTable table)
    {
        var code = new CodeWriter(Namespace);
        foreach (var facts in table.PublicEnums)
        {
            Enum(code, Names.Pascal(facts.Name), facts);
            code.Line();
        }

        return code.ToString();
    }

    public static string Macros(ProtocolTable table)
    {
        var code = new CodeWriter(Namespace);
        code.Summary("The names and sizes that libvirt's headers define as macros.");
        code.Open("public static class VirConstants");
        foreach (var macro in table.Macros)
        {
            code.Line(macro.Text is { } text
                ? $"public const string {macro.Name} = \"{text}\";"
                : $"public const {(macro.Number > int.MaxValue ? "long" : "int")} {macro.Name} = {macro.Number};");
        }

        code.Close();
        return code.ToString();
    }

    public static void Enum(CodeWriter code, string name, EnumFacts facts)
    {
        code.Summary($"libvirt's <c>{facts.Name}</c>.");
        if (facts.IsFlags)
        {
            code.Line("[global::System.Flags]");
        }

        var size = facts.IsFlags ? " : uint" : facts.Values.Any(value => value.Value > int.MaxValue) ? " : long" : "";
        code.Open($"public enum {name}{size}");
        foreach (var value in facts.Values)
        {
            code.Line($"{value.Key} = {value.Value},");
        }

        code.Close();
    }
}
