namespace Lodge.Qemu.SavedState;

/// <summary>How a saved guest's memory is compressed. The numbers are those of the file.</summary>
public enum SaveCompression
{
    /// <summary>Not at all.</summary>
    Raw = 0,

    /// <summary>By gzip.</summary>
    Gzip = 1,

    /// <summary>By bzip2.</summary>
    Bzip2 = 2,

    /// <summary>By xz.</summary>
    Xz = 3,

    /// <summary>By lzop.</summary>
    Lzop = 4,
}
