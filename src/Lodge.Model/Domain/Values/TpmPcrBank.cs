using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The banks of platform configuration registers.</summary>
public enum TpmPcrBank
{
    /// <summary><c>sha1</c>.</summary>
    Sha1,

    /// <summary><c>sha256</c>.</summary>
    Sha256,

    /// <summary><c>sha384</c>.</summary>
    Sha384,

    /// <summary><c>sha512</c>.</summary>
    Sha512,
}

/// <summary>The words of <see cref="TpmPcrBank"/>.</summary>
public static class TpmPcrBankNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<TpmPcrBank> Table { get; } = new("sha1", "sha256", "sha384", "sha512");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this TpmPcrBank value) => Table[value];
}
