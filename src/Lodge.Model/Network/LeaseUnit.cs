using Lodge.Model.Xml;

namespace Lodge.Model.Networks;

/// <summary>What the time of a lease is counted in.</summary>
public enum LeaseUnit
{
    /// <summary><c>seconds</c>.</summary>
    Seconds,

    /// <summary><c>minutes</c>.</summary>
    Minutes,

    /// <summary><c>hours</c>.</summary>
    Hours,
}

/// <summary>The words of <see cref="LeaseUnit"/>.</summary>
public static class LeaseUnitNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<LeaseUnit> Table { get; } = new("seconds", "minutes", "hours");
}
