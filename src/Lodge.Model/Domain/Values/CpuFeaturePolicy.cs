using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What is asked of a CPU feature.</summary>
public enum CpuFeaturePolicy
{
    /// <summary><c>force</c>.</summary>
    Force,

    /// <summary><c>require</c>.</summary>
    Require,

    /// <summary><c>optional</c>.</summary>
    Optional,

    /// <summary><c>disable</c>.</summary>
    Disable,

    /// <summary><c>forbid</c>.</summary>
    Forbid,
}

/// <summary>The words of <see cref="CpuFeaturePolicy"/>.</summary>
public static class CpuFeaturePolicyNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<CpuFeaturePolicy> Table { get; } = new("force", "require", "optional", "disable", "forbid");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this CpuFeaturePolicy value) => Table[value];
}
