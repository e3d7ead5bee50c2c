namespace Lodge.Storage.Tools;

/// <summary>What a program said that has ended.</summary>
/// <param name="Status">Its exit status.</param>
/// <param name="Output">What it wrote to its standard output.</param>
/// <param name="Error">What it wrote to its standard error.</param>
internal sealed record ToolResult(int Status, string Output, string Error);
