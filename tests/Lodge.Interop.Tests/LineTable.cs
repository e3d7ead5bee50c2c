namespace Lodge.Interop.Tests;

/// <summary>Files of command lines, one a line; an empty line or a # is nothing.</summary>
internal static class LineTable
{
    internal static TheoryData<string> Read(string name) =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Lines", name))
            .Where(static line => line.Length > 0 && !line.StartsWith('#')),
    ];
}
