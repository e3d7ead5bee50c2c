namespace Lodge.Storage.Volumes.Images;

/// <summary>How far the making of an image is. An encrypted one is made first and filled then.</summary>
internal enum ConversionStep
{
    /// <summary>All at once.</summary>
    Whole,

    /// <summary>An empty image of the size of what will fill it.</summary>
    Empty,

    /// <summary>The filling of the empty image.</summary>
    Fill,
}
