using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The kinds of TPM devices.</summary>
public enum TpmModel
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>tpm-tis</c>.</summary>
    TpmTis,

    /// <summary><c>tpm-crb</c>.</summary>
    TpmCrb,

    /// <summary><c>tpm-spapr</c>.</summary>
    TpmSpapr,

    /// <summary><c>spapr-tpm-proxy</c>.</summary>
    SpaprTpmProxy,
}

/// <summary>The words of <see cref="TpmModel"/>.</summary>
public static class TpmModelNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<TpmModel> Table { get; } = new(
        "default", "tpm-tis", "tpm-crb", "tpm-spapr", "spapr-tpm-proxy");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this TpmModel value) => Table[value];
}
