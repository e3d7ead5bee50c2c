using System.Globalization;

namespace Lodge.Model.Storage;

/// <summary>An instant, by the clock of Unix.</summary>
/// <param name="Seconds">Seconds since 1970.</param>
/// <param name="Nanoseconds">What is left, below a second.</param>
public readonly record struct StorageTime(long Seconds, uint Nanoseconds)
{
    /// <inheritdoc/>
    public override string ToString() => Nanoseconds == 0
        ? Seconds.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Seconds}.{Nanoseconds:D9}");
}
