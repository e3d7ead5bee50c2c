namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--filesystem</c> takes.</summary>
internal static class FilesystemSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        .. SharedSubOptions.Address,
        .. SharedSubOptions.Virtio,
        new("type"),
        new("accessmode", "@accessmode") { Aliases = ["mode"] },
        new("model", "@model"),
        new("multidevs", "@multidevs"),
        new("readonly", "readonly", Form.Presence, Takes.Switch),
        new("space_hard_limit", "space_hard_limit"),
        new("space_soft_limit", "space_soft_limit"),
        new("fmode", "@fmode"),
        new("dmode", "@dmode"),
        new("source"),
        new("target"),
        new("source.file", "source/@file"),
        new("source.dir", "source/@dir"),
        new("source.dev", "source/@dev"),
        new("source.name", "source/@name"),
        new("source.pool", "source/@pool"),
        new("source.volume", "source/@volume"),
        new("source.units", "source/@units"),
        new("source.usage", "source/@usage"),
        new("source.socket", "source/socket"),
        new("target.dir", "target/@dir"),
        new("binary.path", "binary/@path"),
        new("binary.xattr", "binary/@xattr", Form.OnOff, Takes.Switch),
        new("binary.cache.mode", "binary/cache/@mode"),
        new("binary.lock.posix", "binary/lock/@posix", Form.OnOff, Takes.Switch),
        new("binary.lock.flock", "binary/lock/@flock", Form.OnOff, Takes.Switch),
        new("binary.sandbox.mode", "binary/sandbox/@mode"),
        new("driver.format", "driver/@format"),
        new("driver.name", "driver/@name"),
        new("driver.queue", "driver/@queue"),
        new("driver.type", "driver/@type"),
        new("driver.wrpolicy", "driver/@wrpolicy"),
    ];
}
