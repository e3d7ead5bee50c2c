using System.Xml.Linq;

namespace Lodge.Web.Hardware;

/// <content>What a person sees, hears and touches.</content>
public static partial class HardwareKinds
{
    private static HardwareKind Graphics => new()
    {
        Id = "graphics", Label = "Display", Icon = "screen", Element = "graphics",
        Title = graphics => $"Display {Text(graphics, "type").ToUpperInvariant()}",
        Template = _ => XElement.Parse("<graphics type='vnc' port='-1' autoport='yes' listen='127.0.0.1'/>"),
        Fields =
        [
            new("Type", "@type", FieldShape.Choice, ["vnc", "spice", "dbus", "egl-headless", "sdl"]),
            new("Address", "@listen", Help: "127.0.0.1 for this host alone, 0.0.0.0 for all."),
            new("Port", "@port", FieldShape.Number, Help: "-1 to choose."),
            new("Chosen port", "@autoport", FieldShape.Switch),
            new("Password", "@passwd", IsLive: true),
            new("OpenGL", "gl/@enable", FieldShape.Switch),
            new("Render node", "gl/@rendernode"),
            new("Keyboard layout", "@keymap"),
        ],
    };

    private static HardwareKind Video => new()
    {
        Id = "video", Label = "Video card", Icon = "screen", Element = "video",
        Title = video => $"Video {Text(video.Element("model"), "type")}",
        Template = _ => XElement.Parse("<video><model type='virtio'/></video>"),
        Fields =
        [
            new("Model", "model/@type", FieldShape.Choice,
                ["virtio", "qxl", "vga", "cirrus", "bochs", "ramfb", "vmvga", "none"]),
            new("Screens", "model/@heads", FieldShape.Number),
            new("Memory, KiB", "model/@vram", FieldShape.Number),
            new("3D acceleration", "model/acceleration/@accel3d", FieldShape.Switch),
        ],
    };

    private static HardwareKind Input => new()
    {
        Id = "input", Label = "Input", Icon = "keyboard", Element = "input",
        Identity = input => $"{Text(input, "type")}-{Text(input, "bus")}",
        Title = input => $"{Text(input, "type")} ({Text(input, "bus")})",
        Template = _ => XElement.Parse("<input type='tablet' bus='usb'/>"),
        Fields =
        [
            new("Type", "@type", FieldShape.Choice, ["tablet", "mouse", "keyboard", "passthrough", "evdev"]),
            new("Bus", "@bus", FieldShape.Choice, ["usb", "virtio", "ps2"]),
        ],
    };

    private static HardwareKind Sound => new()
    {
        Id = "sound", Label = "Sound card", Icon = "sound", Element = "sound",
        Title = sound => $"Sound {Text(sound, "model")}",
        Template = _ => XElement.Parse("<sound model='ich9'/>"),
        Fields = [new("Model", "@model", FieldShape.Choice, ["ich9", "ich6", "ac97", "usb", "es1370", "sb16"])],
    };
}
