using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Lodge.Protocol.Generator.Emit;
using Lodge.Protocol.Generator.Table;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Lodge.Protocol.Generator;

/// <summary>
/// Turns the table of the wire (<c>protocol/**/*.json</c>) into messages with their codecs, procedure enums and facts,
/// dispatch interfaces for servers and typed calls for clients.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ProtocolGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider
            .Where(text => text.Path.EndsWith(".json", StringComparison.Ordinal))
            .Select((text, cancellation) => new TableFile(text.Path, text.GetText(cancellation)?.ToString() ?? ""))
            .Collect();
        context.RegisterSourceOutput(files, Generate);
    }

    private static void Generate(SourceProductionContext context, ImmutableArray<TableFile> files)
    {
        if (files.IsEmpty)
        {
            return;
        }

        try
        {
            Emit(context, TableReader.Read(files));
        }
        catch (TableException fault)
        {
            context.ReportDiagnostic(fault.ToDiagnostic());
        }
    }

    private static void Emit(SourceProductionContext context, ProtocolTable table)
    {
        var resolver = new CodecResolver(table);
        void Add(string name, string text) => context.AddSource(name, SourceText.From(text, Encoding.UTF8));

        Add("Constants.Enums.g.cs", ConstantsEmitter.Enums(table));
        Add("Constants.Macros.g.cs", ConstantsEmitter.Macros(table));
        foreach (var program in table.Programs)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var name = Names.Pascal(program.Name);
            if (program.Constants.Count > 0 || program.Enums.Count > 0)
            {
                Add($"{name}.Constants.g.cs", MessageEmitter.Constants(program));
            }

            foreach (var group in program.Structs.GroupBy(facts => facts.File))
            {
                var file = System.IO.Path.GetFileNameWithoutExtension(group.Key.Path);
                Add($"{name}.Messages.{Names.Pascal(file)}.g.cs", MessageEmitter.Messages(program, group, resolver));
            }

            if (program.Families.Count > 0)
            {
                Add($"{name}.Procedures.g.cs", ProcedureEmitter.Procedures(program));
            }

            if (program.Families.Any(family => family.Procedures.Any(procedure => !procedure.IsMessage)))
            {
                var dispatch = new DispatchEmitter(program, resolver);
                Add($"{name}.Interfaces.g.cs", dispatch.Interfaces());
                Add($"{name}.Dispatch.g.cs", dispatch.Dispatch());
                Add($"{name}.Calls.g.cs", ClientEmitter.Calls(program, resolver));
            }
        }
    }
}
