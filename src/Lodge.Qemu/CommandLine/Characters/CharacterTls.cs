using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Characters;

/// <summary>Encryption of character devices over TCP.</summary>
internal static class CharacterTls
{
    public static bool IsUsed(CharacterSource source, QemuSettings settings) =>
        source.Type == CharacterSourceType.Tcp && (source.Tls ?? settings.CharacterTlsDefault);

    /// <summary>The objects the device leans on; none where it is not encrypted.</summary>
    public static IEnumerable<QemuProperties> Objects(CharacterSource source, string id, CommandLineContext context) =>
        IsUsed(source, context.Settings)
            ? TlsCredentials.Objects(TlsCredentials.Alias(id), context.Settings.CharacterTls, source.Listen, context)
            : [];

    /// <summary>The id of the credentials, or null where it is not encrypted.</summary>
    public static string? Alias(CharacterSource source, string id, QemuSettings settings) =>
        IsUsed(source, settings) ? TlsCredentials.Alias(id) : null;
}
