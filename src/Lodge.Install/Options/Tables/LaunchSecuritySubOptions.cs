namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--launchSecurity</c> takes.</summary>
internal static class LaunchSecuritySubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        new("type", "@type"),
        new("cbitpos", "cbitpos", Form.Whole),
        new("reducedPhysBits", "reducedPhysBits", Form.Whole),
        new("policy", "policy"),
        new("session", "session"),
        new("dhCert", "dhCert"),
        new("kernelHashes", "@kernelHashes", Form.YesNo, Takes.Switch),
    ];
}
