namespace Lodge.Install.Media.Trees;

/// <summary>Mageia, which says so in a file <c>VERSION</c>.</summary>
internal sealed class MageiaTree : ITreeKind
{
    private const string Start = "Mageia ";

    public string Distro => "mageia";

    public async Task<FoundTree?> FindAsync(TreeProbe probe, CancellationToken cancellation)
    {
        if (await probe.TextAsync("VERSION", cancellation) is not { } text
            || !text.StartsWith(Start, StringComparison.Ordinal))
        {
            return null;
        }

        var digits = text.AsSpan(Start.Length);
        var end = digits.IndexOfAnyExceptInRange('0', '9');
        if (end <= 0 || digits[end] != ' ') return null;
        var folder = $"isolinux/{probe.Options.Architecture}";
        return new FoundTree
        {
            Os = probe.Database.FindByShortId($"mageia{digits[..end]}"),
            Kernels = [new KernelPaths($"{folder}/vmlinuz", $"{folder}/all.rdz")],
        };
    }
}
