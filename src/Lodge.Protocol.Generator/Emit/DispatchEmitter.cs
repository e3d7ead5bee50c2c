using System.Collections.Generic;
using System.Linq;
using Lodge.Protocol.Generator.Table;

namespace Lodge.Protocol.Generator.Emit;

/// <summary>
/// Writes what a server implements: an interface per family of objects, and the dispatch of a call to it.
/// </summary>
internal sealed class DispatchEmitter(ProgramFacts program, CodecResolver resolver)
{
    private readonly string _name = Names.Pascal(program.Name);

    public string Interfaces()
    {
        var code = new CodeWriter(program.Namespace, "System.Threading.Tasks");
        foreach (var family in program.Families)
        {
            code.Summary($"The {family.Name} procedures as a server serves them; what is not served says its name.");
            code.Line(
                "/// <typeparam name=\"TCall\">What the server knows of a call: client, files, streams.</typeparam>");
            code.Open($"public interface I{family.Name}Procedures<in TCall>");
            foreach (var procedure in Calls(family))
            {
                code.Summary($"Serves <c>{procedure.Api ?? ProcedureEmitter.Constant(program, procedure)}</c>.");
                var name = Names.Pascal(procedure.Name);
                var argument = ArgsType(procedure) is { } args ? $", {args} args" : "";
                code.Line($"{TaskType(procedure)} {name}Async(TCall call{argument}) =>");
                code.Line($"    throw {_name}Procedures.Find({procedure.Number})!.Unsupported();");
                code.Line();
            }

            code.Close();
            code.Line();
        }

        if (program.Families.Count > 1)
        {
            Handlers(code);
        }

        return code.ToString();
    }

    public string Dispatch()
    {
        var code = new CodeWriter(
            program.Namespace, "System", "System.Threading.Tasks", "Lodge.Protocol.Rpc", "Lodge.Protocol.Xdr");
        var handlers = program.Families.Count > 1 ? $"{_name}Handlers<TCall>"
            : $"I{program.Families[0].Name}Procedures<TCall>";
        code.Summary($"Takes a call of the {program.Name} program to its handler.");
        code.Open($"public static class {_name}Dispatch");
        code.Summary(
            "Decodes the arguments, runs the handler and writes its answer; "
            + "a call that ends at once allocates nothing here.");
        code.Exception("The arguments are not the procedure's, there is no such procedure, or the handler failed.");
        code.Line("public static ValueTask InvokeAsync<TCall>(");
        code.Line($"    {handlers} handlers, {_name}Procedure procedure, TCall call,");
        code.Open("    ReadOnlyMemory<byte> args, XdrBuffer reply) => procedure switch");
        foreach (var (procedure, _) in AllCalls())
        {
            var name = Names.Pascal(procedure.Name);
            var given = (procedure.Args is null ? "" : ", args") + (procedure.Ret is null ? "" : ", reply");
            var constant = ProcedureEmitter.Constant(program, procedure);
            code.Line($"{_name}Procedure.{constant} => {name}(handlers, call{given}),");
        }

        code.Line("_ => throw Dispatched.Unknown((int)procedure),");
        code.Close(";");
        code.Line();
        foreach (var (procedure, family) in AllCalls())
        {
            Call(code, handlers, procedure, family);
        }

        code.Close();
        return code.ToString();
    }

    private void Call(CodeWriter code, string handlers, ProcedureFacts procedure, FamilyFacts family)
    {
        var name = Names.Pascal(procedure.Name);
        var args = ArgsType(procedure);
        var target = program.Families.Count > 1 ? $"handlers.{family.Name}" : "handlers";
        var parameters = (args is null ? "" : ", ReadOnlyMemory<byte> args") + (
            procedure.Ret is null ? "" : ", XdrBuffer reply");
        var value = args is null ? "" : $", Dispatched.Read<{args}>(args)";
        var run = $"{target}.{name}Async(call{value})";
        var answer = procedure.Ret is null ? run : $"Dispatched.Answer({run}, reply)";
        code.Line($"private static ValueTask {name}<TCall>({handlers} handlers, TCall call{parameters}) => {answer};");
        code.Line();
    }

    private void Handlers(CodeWriter code)
    {
        code.Summary($"The handlers of the {program.Name} program; a family that is not given is not served.");
        code.Open($"public sealed record {_name}Handlers<TCall>");
        foreach (var family in program.Families)
        {
            code.Summary($"The {family.Name} procedures.");
            code.Line($"public I{family.Name}Procedures<TCall> {family.Name} {{ get; init; }} = Unserved.Instance;");
            code.Line();
        }

        var interfaces = string.Join(", ", program.Families.Select(family => $"I{family.Name}Procedures<TCall>"));
        code.Open($"private sealed class Unserved : {interfaces}");
        code.Line("public static readonly Unserved Instance = new();");
        code.Close();
        code.Close();
    }

    private IEnumerable<(ProcedureFacts Procedure, FamilyFacts Family)> AllCalls() => program.Families
        .SelectMany(family => Calls(family).Select(procedure => (procedure, family)))
        .OrderBy(call => call.procedure.Number);

    private static IEnumerable<ProcedureFacts> Calls(FamilyFacts family) =>
        family.Procedures.Where(procedure => !procedure.IsMessage);

    private string? ArgsType(ProcedureFacts procedure) =>
        procedure.Args is { } name ? resolver.Resolve(procedure.File, procedure.Offset, name).ClrType : null;

    private string TaskType(ProcedureFacts procedure) => procedure.Ret is { } name
        ? $"ValueTask<{resolver.Resolve(procedure.File, procedure.Offset, name).ClrType}>"
        : "ValueTask";
}
