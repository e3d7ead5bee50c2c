using System.Globalization;

namespace Lodge.Storage.Volumes.Images;

/// <summary>A process that has an image open.</summary>
/// <param name="ProcessId">The process.</param>
/// <param name="Program">Its program.</param>
/// <param name="Guest">The guest that it runs; null where it runs none.</param>
public sealed record ImageHolder(int ProcessId, string Program, string? Guest)
{
    /// <inheritdoc/>
    public override string ToString() => Guest is null
        ? string.Create(CultureInfo.InvariantCulture, $"process {ProcessId} ({Program})")
        : string.Create(CultureInfo.InvariantCulture, $"guest '{Guest}', process {ProcessId} ({Program})");
}
