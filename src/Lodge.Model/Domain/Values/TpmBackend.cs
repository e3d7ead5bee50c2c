using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What answers as the TPM.</summary>
public enum TpmBackend
{
    /// <summary><c>passthrough</c>.</summary>
    Passthrough,

    /// <summary><c>emulator</c>.</summary>
    Emulator,

    /// <summary><c>external</c>.</summary>
    External,
}

/// <summary>The words of <see cref="TpmBackend"/>.</summary>
public static class TpmBackendNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<TpmBackend> Table { get; } = new("passthrough", "emulator", "external");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this TpmBackend value) => Table[value];
}
