using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>A keyboard, mouse or tablet (<c>&lt;input&gt;</c>).</summary>
public sealed class Input : Device
{
    /// <summary>The kind of device.</summary>
    public InputType Type { get; set; }

    /// <summary>The bus it hangs on.</summary>
    public InputBus Bus { get; set; }

    /// <summary>The virtio flavour.</summary>
    public InputModel Model { get; set; }

    /// <summary>The host's device that it passes through.</summary>
    public string? EventDevice { get; set; }

    /// <summary>Which devices are grabbed together.</summary>
    public InputGrab Grab { get; set; }

    /// <summary>The keys that toggle the grab.</summary>
    public InputGrabToggle GrabToggle { get; set; }

    /// <summary>Whether keys repeat.</summary>
    public bool? Repeat { get; set; }

    /// <summary>What the virtio device may use.</summary>
    public VirtioOptions? Virtio { get; set; }

    internal static Input Parse(Element element, DomainXmlParseOptions options, Os os)
    {
        var word = element.Attribute("type")
            ?? throw XmlError.Domain(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "missing input device type");
        var input = new Input
        {
            Type = InputTypeNames.Table.TryParse(word, out var type)
                ? type
                : throw XmlError.Unsupported($"unknown input device type '{word}'"),
        };
        if (element.Attribute("model") is { } model)
        {
            input.Model = InputModelNames.Table.TryParse(model, out var flavour) && flavour != InputModel.Default
                ? flavour
                : throw XmlError.Unsupported($"unknown input model '{model}'");
        }

        input.Bus = element.Attribute("bus") switch
        {
            null => input.UsualBus(os),
            var bus when InputBusNames.Table.TryParse(bus, out var known) => known,
            var bus => throw XmlError.Unsupported($"unknown input bus type '{bus}'"),
        };
        input.ParseInfo(element, options);
        if (input is { Bus: InputBus.Usb, Address: not (null or UsbAddress) })
        {
            throw XmlError.Domain("Invalid address for a USB device");
        }

        input.ParseSource(element.Child("source"));
        input.Virtio = VirtioOptions.Parse(element.Child("driver"));
        return input;
    }

    internal override void Format(XmlOutput output, DomainXmlFormatOptions options)
    {
        if (options.Migratable && Type == InputType.Keyboard && Bus is InputBus.Ps2 or InputBus.Xen)
        {
            return;
        }

        output.Start("input").Attribute("type", Type.ToXml())
            .Attribute("bus", Bus == InputBus.None ? null : Bus.ToXml()).Named("model", Model, InputModelNames.Table);
        output.Start("driver");
        VirtioOptions.Format(output, Virtio);
        output.EndUnlessEmpty();
        output.Start("source").Attribute(Type == InputType.Evdev ? "dev" : "evdev", EventDevice)
            .Named("grab", Grab, InputGrabNames.Table).Named("grabToggle", GrabToggle, InputGrabToggleNames.Table)
            .OnOff("repeat", Repeat).EndUnlessEmpty();
        FormatInfo(output);
        output.End();
    }

    private InputBus UsualBus(Os os)
    {
        if (os.Type is OsType.Xen or OsType.Xenpvh)
        {
            return InputBus.Xen;
        }

        return Type switch
        {
            InputType.Mouse or InputType.Keyboard when os.IsX86 => InputBus.Ps2,
            InputType.Passthrough => InputBus.Virtio,
            _ when os.Architecture is "s390" or "s390x" => InputBus.Virtio,
            InputType.Evdev => InputBus.None,
            _ => InputBus.Usb,
        };
    }

    private void ParseSource(Element? source)
    {
        if (source is null || Type is not (InputType.Passthrough or InputType.Evdev))
        {
            return;
        }

        EventDevice = source.Attribute(Type == InputType.Passthrough ? "evdev" : "dev")
            ?? throw XmlError.Domain("Missing evdev path for input device");
        if (Type == InputType.Evdev)
        {
            Grab = source.Named("grab", InputGrabNames.Table, nonZero: true);
            GrabToggle = source.Named("grabToggle", InputGrabToggleNames.Table, nonZero: true);
            Repeat = source.OnOff("repeat");
        }
    }
}
