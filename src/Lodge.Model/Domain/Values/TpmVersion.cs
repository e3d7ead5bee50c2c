using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The version of the TPM specification.</summary>
public enum TpmVersion
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>1.2</c>.</summary>
    V1_2,

    /// <summary><c>2.0</c>.</summary>
    V2_0,
}

/// <summary>The words of <see cref="TpmVersion"/>.</summary>
public static class TpmVersionNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<TpmVersion> Table { get; } = new("default", "1.2", "2.0");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this TpmVersion value) => Table[value];
}
