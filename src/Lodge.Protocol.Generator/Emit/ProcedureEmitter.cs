using System.Collections.Generic;
using System.Linq;
using Lodge.Protocol.Generator.Table;

namespace Lodge.Protocol.Generator.Emit;

/// <summary>Writes the procedure enum of a program and the facts of each procedure.</summary>
internal static class ProcedureEmitter
{
    public static string Constant(ProgramFacts program, ProcedureFacts procedure) =>
        $"{program.Name.ToUpperInvariant()}_PROC_{procedure.Name.ToUpperInvariant()}";

    public static string Procedures(ProgramFacts program)
    {
        var name = Names.Pascal(program.Name);
        var all = program.Families.SelectMany(family => family.Procedures).OrderBy(
            procedure => procedure.Number).ToList();
        var code = new CodeWriter(program.Namespace, "Lodge.Protocol.Errors");

        code.Summary($"The procedures of the {program.Name} program, with libvirt's names and numbers.");
        code.Open($"public enum {name}Procedure");
        foreach (var procedure in all)
        {
            code.Line($"{Constant(program, procedure)} = {procedure.Number},");
        }

        code.Close();
        code.Line();

        code.Summary($"The {program.Name} program and what is known of each of its procedures.");
        code.Open($"public static class {name}Procedures");
        code.Summary("The number of the program on the wire.");
        code.Line($"public const uint Program = {program.Number}u;");
        code.Line();
        code.Summary("The version of the program on the wire.");
        code.Line($"public const uint Version = {program.Version}u;");
        code.Line();
        code.Summary("Every procedure, in the order of numbers.");
        code.Line("public static global::System.ReadOnlySpan<ProcedureFacts> All => Table.Facts;");
        code.Line();
        Find(code, all);
        code.Open("private static class Table");
        Rules(code, all);
        code.Line("public static readonly ProcedureFacts[] Facts =");
        code.Line("[");
        foreach (var procedure in all)
        {
            code.Line($"    new({Arguments(procedure, all)}),");
        }

        code.Line("];");
        code.Close();
        code.Close();
        return code.ToString();
    }

    private static void Find(CodeWriter code, List<ProcedureFacts> all)
    {
        code.Summary("The facts of a procedure, or null for a number that there is not.");
        var isDense = all.Select((procedure, index) => procedure.Number == index + 1).All(same => same);
        code.Line("public static ProcedureFacts? Find(int number) =>");
        code.Line(isDense
            ? "    (uint)(number - 1) < (uint)Table.Facts.Length ? Table.Facts[number - 1] : null;"
            : "    global::System.Array.Find(Table.Facts, facts => facts.Number == number);");
        code.Line();
    }

    private static void Rules(CodeWriter code, List<ProcedureFacts> all)
    {
        foreach (var rules in DistinctRules(all))
        {
            var texts = string.Join(", ", rules.Split(' ').Select(rule => $"\"{rule}\""));
            code.Line($"private static readonly string[] {RuleName(rules, all)} = [{texts}];");
        }

        code.Line();
    }

    private static List<string> DistinctRules(List<ProcedureFacts> all) =>
        [.. all.Where(procedure => procedure.Acl.Count > 0)
            .Select(procedure => string.Join(" ", procedure.Acl)).Distinct()];

    private static string RuleName(string rules, List<ProcedureFacts> all) =>
        $"Rules{DistinctRules(all).IndexOf(rules)}";

    private static string Arguments(ProcedureFacts procedure, List<ProcedureFacts> all)
    {
        var rules = procedure.Acl.Count > 0 ? RuleName(string.Join(" ", procedure.Acl), all) : "[]";
        var api = procedure.Api is { } text ? $"\"{text}\"" : "null";
        var readOnly = procedure.ReadOnly switch
        {
            "allowed" => "Allowed",
            "denied" => "Denied",
            _ when procedure.ReadOnly.StartsWith("unless ") => "DependsOnArguments",
            _ => throw new TableException(
                DiagnosticDescriptors.UnknownValue, procedure.File, procedure.Offset,
                $"'readOnly' is '{procedure.ReadOnly}'; it can be allowed, denied, unless …"),
        };
        return string.Join(
            ", ",
            procedure.Number.ToString(),
            $"\"{procedure.Name}\"",
            api,
            $"ProcedureKind.{(procedure.IsMessage ? "Message" : "Call")}",
            procedure.IsHighPriority ? "true" : "false",
            $"StreamDirection.{Names.Pascal(procedure.Stream)}",
            $"FileDirection.{Names.Pascal(procedure.Files)}",
            $"ReadOnlyAccess.{readOnly}",
            rules,
            $"VirErrorDomain.{procedure.ErrorDomain}");
    }
}
