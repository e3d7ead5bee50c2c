using System.Globalization;
using Lodge.Model.Domain;

namespace Lodge.Daemon.Domains.BlockJobs;

/// <summary>
/// What a job on a disk is about. QEMU keeps it as the job's id, so that a daemon which starts while the job goes on,
/// or after it ended, finds all it must know.
/// </summary>
/// <param name="Kind">Which job.</param>
/// <param name="Target">The disk, for example <c>vda</c>.</param>
/// <param name="Top">The number of the first image that gives its content; 0 for none.</param>
/// <param name="Base">The number of the image that takes it, or stays below; 0 for none.</param>
/// <param name="Flags">The flags of the call.</param>
internal sealed record BlockJobId(BlockJobType Kind, string Target, uint Top, uint Base, uint Flags)
{
    private const int Parts = 5;

    /// <summary>Reads an id; null for one of another's job.</summary>
    public static BlockJobId? Parse(string text)
    {
        var parts = text.Split('.');
        return parts.Length == Parts
            && BlockJobTypeNames.Table.TryParse(parts[0], out var kind)
            && Number(parts[2], out var top) && Number(parts[3], out var below) && Number(parts[4], out var flags)
            ? new BlockJobId(kind, parts[1], top, below, flags)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Kind.ToXml()}.{Target}.{Top}.{Base}.{Flags}");

    private static bool Number(string text, out uint value) =>
        uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
