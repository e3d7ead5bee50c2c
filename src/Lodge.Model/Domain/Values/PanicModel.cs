using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How a guest tells of its panic.</summary>
public enum PanicModel
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>isa</c>.</summary>
    Isa,

    /// <summary><c>pseries</c>.</summary>
    Pseries,

    /// <summary><c>hyperv</c>.</summary>
    Hyperv,

    /// <summary><c>s390</c>.</summary>
    S390,
}

/// <summary>The words of <see cref="PanicModel"/>.</summary>
public static class PanicModelNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<PanicModel> Table { get; } = new("default", "isa", "pseries", "hyperv", "s390");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this PanicModel value) => Table[value];
}
