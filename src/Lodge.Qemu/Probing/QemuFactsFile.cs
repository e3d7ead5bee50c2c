namespace Lodge.Qemu.Probing;

/// <summary>The form of <see cref="QemuFacts"/> on disk: JSON under one format number.</summary>
internal static partial class QemuFactsFile
{
    private const int Format = 1;
}
