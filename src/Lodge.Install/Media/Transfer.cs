namespace Lodge.Install.Media;

/// <summary>How far a file has come on its way here.</summary>
/// <param name="FileName">Its name, without a folder.</param>
/// <param name="Done">Bytes that are here.</param>
/// <param name="Total">Bytes that it has in all; null where nobody knows.</param>
public readonly record struct Transfer(string FileName, long Done, long? Total)
{
    /// <summary>Whether all of it is here.</summary>
    public bool IsWhole => Done == Total;
}
