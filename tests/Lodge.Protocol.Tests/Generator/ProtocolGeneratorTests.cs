using Lodge.Protocol.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lodge.Protocol.Tests.Generator;

public sealed class ProtocolGeneratorTests
{
    private const string Head =
        """{ "program": "toy", "namespace": "Toy", "prefix": "toy_", "number": 1, "version": 1,""";

    [Theory]
    [InlineData("{", "LODGE001")]
    [InlineData("""{ "a": 1, "a": 2 }""", "LODGE001")]
    [InlineData("""{ "a": tru }""", "LODGE001")]
    [InlineData("""[]""", "LODGE002")]
    [InlineData(Head + """ "structs": { "toy_a_args": { "x": 1 } } }""", "LODGE002")]
    [InlineData(Head + """ "structs": { "toy_a_args": { "a_args": "int" } } }""", "LODGE002")]
    [InlineData(Head + """ "structs": { "toy_a_args": { "x": "integer" } } }""", "LODGE003")]
    [InlineData(Head + """ "structs": { "toy_a_args": { "x": "double<4>" } } }""", "LODGE003")]
    [InlineData(Head + """ "procedures": [{ "number": 1, "name": "a", "args": "toy_none" }] }""", "LODGE003")]
    [InlineData(Head + """ "structs": { "toy_a_args": { "x": "string<TOY_MAX>" } } }""", "LODGE004")]
    [InlineData(Head + """ "procedures": [{ "number": 1, "name": "a" }, { "number": 1, "name": "b" }] }""", "LODGE005")]
    [InlineData(Head + """ "procedures": [{ "number": 1, "name": "a", "stream": "sideways" }] }""", "LODGE006")]
    [InlineData(Head + """ "procedures": [{ "number": 1, "name": "a", "readOnly": "perhaps" }] }""", "LODGE006")]
    public void A_bad_table_is_told_by_number_and_place(string table, string id)
    {
        var fault = Assert.Single(Run(table).Diagnostics);
        Assert.Equal(id, fault.Id);
        Assert.Equal(DiagnosticSeverity.Error, fault.Severity);
        Assert.Equal("toy.json", fault.Location.GetLineSpan().Path);
    }

    [Fact]
    public void The_place_is_the_line_of_the_fault()
    {
        var fault = Assert.Single(
            Run(Head + "\n\"structs\": { \"toy_a_args\": {\n \"x\": \"integer\" } } }").Diagnostics);
        Assert.Equal(2, fault.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public void A_good_table_gives_messages_procedures_dispatch_and_calls()
    {
        var result = Run(Head + """
             "structs": { "toy_a_args": { "x": "unsigned int<3>", "why": "string<9>*" } },
             "procedures": [{ "number": 1, "name": "a", "api": "toyA", "args": "toy_a_args" }] }
            """);
        Assert.Empty(result.Diagnostics);
        var source = string.Concat(result.Results.Single().GeneratedSources.Select(file => file.SourceText.ToString()));
        Assert.Contains("public readonly record struct AArgs : IXdrMessage<AArgs>", source, StringComparison.Ordinal);
        Assert.Contains("public required uint[] X { get; init; }", source, StringComparison.Ordinal);
        Assert.Contains("public string? Why { get; init; }", source, StringComparison.Ordinal);
        Assert.Contains("TOY_PROC_A = 1", source, StringComparison.Ordinal);
        Assert.Contains("interface IToyProcedures<in TCall>", source, StringComparison.Ordinal);
        Assert.Contains("this IRpcInvoker rpc, global::Toy.AArgs args", source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_did_not_change_generates_nothing_anew()
    {
        var driver = CSharpGeneratorDriver.Create(
            [new ProtocolGenerator().AsSourceGenerator()],
            [new TableText("toy.json", Head + """ "procedures": [] }""")],
            driverOptions: new GeneratorDriverOptions(default, trackIncrementalGeneratorSteps: true));
        var compilation = CSharpCompilation.Create("toy");
        var again = driver.RunGenerators(compilation)
            .RunGenerators(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Other;")));
        var steps = again.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(step => step.Value);
        Assert.All(
            steps.SelectMany(step => step.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }

    private static GeneratorDriverRunResult Run(string table) => CSharpGeneratorDriver
        .Create([new ProtocolGenerator().AsSourceGenerator()], [new TableText("toy.json", table)])
        .RunGenerators(CSharpCompilation.Create("toy"))
        .GetRunResult();
}
