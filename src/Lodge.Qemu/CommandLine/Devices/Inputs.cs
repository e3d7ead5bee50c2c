using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>Keyboards, mice and tablets.</summary>
internal static class Inputs
{
    public static void Add(CommandLineWriter writer)
    {
        foreach (var input in writer.Definition.Inputs)
        {
            if (input.Type == InputType.Evdev) writer.AddObject(EvdevObject(input));
            else if (Properties(input, writer.Scope) is { } properties) writer.AddDevice(properties);
        }
    }

    /// <summary>The device's properties; null for PS/2, which every machine has.</summary>
    public static QemuProperties? Properties(Input input, GuestScope scope) => input.Bus switch
    {
        InputBus.Usb => QemuProperties.Device(UsbDriver(input))
            .Add("id", input.Alias)
            .AddAddress(input, scope),
        InputBus.Virtio => VirtioProperties
            .Start(VirtioDriver(input), input, input.Model.ToXml(), input.Virtio, scope)
            .Add("id", input.Alias)
            .Add("evdev", input.Type == InputType.Passthrough ? input.EventDevice : null)
            .AddAddress(input, scope),
        _ => null,
    };

    /// <summary>The object that takes over a device of the host's.</summary>
    public static QemuProperties EvdevObject(Input input) => QemuProperties.Object("input-linux", input.Alias!)
        .Add("evdev", input.EventDevice)
        .Add("repeat", input.Repeat)
        .AddIfOn("grab_all", input.Grab == InputGrab.All)
        .Add("grab-toggle", input.GrabToggle == InputGrabToggle.Default ? null : input.GrabToggle.ToXml());

    private static string UsbDriver(Input input) => input.Type switch
    {
        InputType.Mouse => "usb-mouse",
        InputType.Tablet => "usb-tablet",
        InputType.Keyboard => "usb-kbd",
        _ => throw ConfigurationError.Unsupported(
            $"usb bus does not support '{input.Type.ToXml()}' input device"),
    };

    private static string VirtioDriver(Input input) => input.Type switch
    {
        InputType.Mouse => "virtio-mouse",
        InputType.Tablet => "virtio-tablet",
        InputType.Keyboard => "virtio-keyboard",
        _ => "virtio-input-host",
    };
}
