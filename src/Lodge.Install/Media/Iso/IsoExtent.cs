namespace Lodge.Install.Media.Iso;

/// <summary>Bytes of an image in a row.</summary>
/// <param name="Start">Where they begin.</param>
/// <param name="Length">How many they are.</param>
internal readonly record struct IsoExtent(long Start, long Length);
