namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--input</c> takes.</summary>
internal static class InputSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        .. SharedSubOptions.Address,
        .. SharedSubOptions.Virtio,
        new("type", "@type", Takes: Takes.NothingForDefault),
        new("bus", "@bus", Takes: Takes.NothingForDefault),
        new("model", "@model"),
        new("source.evdev", "source/@evdev"),
        new("source.dev", "source/@dev"),
        new("source.repeat", "source/@repeat", Form.OnOff, Takes.Switch),
        new("source.grab", "source/@grab"),
        new("source.grabToggle", "source/@grabToggle"),
    ];
}
