using System.Linq;
using Lodge.Protocol.Generator.Table;

namespace Lodge.Protocol.Generator.Emit;

/// <summary>Writes a typed method per procedure for clients.</summary>
internal static class ClientEmitter
{
    public static string Calls(ProgramFacts program, CodecResolver resolver)
    {
        var name = Names.Pascal(program.Name);
        var code = new CodeWriter(
            program.Namespace, "System.Threading", "System.Threading.Tasks", "Lodge.Protocol.Rpc",
            "Lodge.Protocol.Xdr");
        code.Summary($"A method for each procedure of the {program.Name} program, over any connection.");
        code.Open($"public static class {name}Calls");
        foreach (var procedure in program.Families.SelectMany(family => family.Procedures).Where(
            call => !call.IsMessage))
        {
            Call(code, program, procedure, resolver);
        }

        code.Close();
        return code.ToString();
    }

    private static void Call(CodeWriter code, ProgramFacts program, ProcedureFacts procedure, CodecResolver resolver)
    {
        string? ClrType(string? type) =>
            type is null ? null : resolver.Resolve(procedure.File, procedure.Offset, type).ClrType;
        var args = ClrType(procedure.Args);
        var ret = ClrType(procedure.Ret);
        var name = Names.Pascal(program.Name);
        var call = ret is null ? "RpcCall" : $"RpcCall<{ret}>";
        var task = ret is null ? "ValueTask" : $"ValueTask<{ret}>";
        var files = procedure.Files == "none" ? "" : ", RpcFiles files";
        var stream = procedure.Stream == "none" ? "" : ", IRpcStream stream";
        var parameters = (args is null ? "" : $", {args} args") + files + stream;
        var given = (files.Length > 0 ? " Files = files," : "") + (stream.Length > 0 ? " Stream = stream," : "");

        code.Summary($"Calls <c>{procedure.Api ?? ProcedureEmitter.Constant(program, procedure)}</c>.");
        code.Exception("The server refused, or the connection is gone.");
        code.Line($"public static {task} {Names.Pascal(procedure.Name)}Async(");
        code.Open($"    this IRpcInvoker rpc{parameters}, CancellationToken cancellationToken = default)");
        var setup = given.Length > 0 ? $" {{{given.TrimEnd(',')} }}" : "";
        code.Line($"var call = new {call}({name}Procedures.Program, {procedure.Number}){setup};");
        if (args is not null)
        {
            code.Line("call.WriteArguments(args);");
        }

        code.Line("rpc.Send(call, cancellationToken);");
        code.Line("return call.Completion;");
        code.Close();
        code.Line();
    }
}
