namespace Lodge.Web.Hardware;

/// <summary>How what is kept of a device stands to what runs.</summary>
public enum PendingState
{
    /// <summary>Both are the same, or nothing runs.</summary>
    None,

    /// <summary>The machine gets the device at its next start.</summary>
    Added,

    /// <summary>The machine loses the device at its next start.</summary>
    Removed,

    /// <summary>The device is another one after the next start.</summary>
    Changed,
}
