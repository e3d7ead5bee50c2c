namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--tpm</c> takes.</summary>
internal static class TpmSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        .. SharedSubOptions.Address,
        new("model", "@model"),
        new("backend.type", "backend/@type") { Aliases = ["type"] },
        new("backend.version", "backend/@version") { Aliases = ["version"] },
        new("backend.device.path", "backend/device/@path") { Aliases = ["path"] },
        new("backend.encryption.secret", "backend/encryption/@secret"),
        new("backend.persistent_state", "backend/@persistent_state", Form.YesNo, Takes.Switch),
        new("active_pcr_banks.sha1", "active_pcr_banks/sha1", Form.Presence, Takes.Switch),
        new("active_pcr_banks.sha256", "active_pcr_banks/sha256", Form.Presence, Takes.Switch),
        new("active_pcr_banks.sha384", "active_pcr_banks/sha384", Form.Presence, Takes.Switch),
        new("active_pcr_banks.sha512", "active_pcr_banks/sha512", Form.Presence, Takes.Switch),
    ];
}
