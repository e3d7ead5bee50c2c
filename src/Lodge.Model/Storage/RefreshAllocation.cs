using Lodge.Model.Xml;

namespace Lodge.Model.Storage;

/// <summary>How a refresh finds what a volume occupies.</summary>
public enum RefreshAllocation
{
    /// <summary>By looking.</summary>
    Default,

    /// <summary>By taking its capacity, where looking would be slow.</summary>
    Capacity,
}

/// <summary>The words of <see cref="RefreshAllocation"/>.</summary>
public static class RefreshAllocationNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<RefreshAllocation> Table { get; } = new("default", "capacity");
}
