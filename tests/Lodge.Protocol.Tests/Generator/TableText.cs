using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Lodge.Protocol.Tests.Generator;

/// <summary>A table file that is nowhere on disk.</summary>
internal sealed class TableText(string path, string text) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
