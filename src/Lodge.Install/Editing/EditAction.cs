namespace Lodge.Install.Editing;

/// <summary>What is done to a guest.</summary>
internal enum EditAction
{
    /// <summary>What is there is changed.</summary>
    Edit,

    /// <summary>A device is added.</summary>
    Add,

    /// <summary>A device is taken out.</summary>
    Remove,

    /// <summary>A device's XML is made, for no guest.</summary>
    Build,
}
