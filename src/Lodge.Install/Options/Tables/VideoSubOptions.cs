namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--video</c> takes.</summary>
internal static class VideoSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        .. SharedSubOptions.Address,
        .. SharedSubOptions.Virtio,
        new("model.type", "model/@type", Takes: Takes.NothingForDefault) { Aliases = ["model"] },
        new("model.acceleration.accel3d", "model/acceleration/@accel3d", Form.YesNo, Takes.Switch)
        {
            Aliases = ["accel3d"]
        },
        new("model.heads", "model/@heads", Form.Whole) { Aliases = ["heads"] },
        new("model.ram", "model/@ram", Form.Whole) { Aliases = ["ram"] },
        new("model.vram", "model/@vram", Form.Whole) { Aliases = ["vram"] },
        new("model.vram64", "model/@vram64", Form.Whole) { Aliases = ["vram64"] },
        new("model.vgamem", "model/@vgamem", Form.Whole) { Aliases = ["vgamem"] },
    ];
}
