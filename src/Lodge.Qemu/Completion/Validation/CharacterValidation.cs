using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Probing;
using static Lodge.Qemu.Completion.Refusal;

namespace Lodge.Qemu.Completion.Validation;

/// <summary>Character devices: where they lead, and whether the machine has them.</summary>
internal static class CharacterValidation
{
    private const string Connecting = "chardev reconnect is possible only for connect mode";

    private static readonly System.Buffers.SearchValues<char> ChannelLetters = System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.");

    public static VirException? Find(DomainDefinition domain, Redirdev redirected) =>
        redirected.Bus == RedirdevBus.Usb && !HasUsb(domain)
            ? DomainUnsupported("cannot add redirected USB device: USB is disabled for this domain")
            : Find(redirected.Source, null);

    public static VirException? Find(Smartcard smartcard) =>
        smartcard.Address is not (null or CcidAddress)
            ? DomainUnsupported("Controllers must use the 'ccid' address type")
        : smartcard is { Mode: SmartcardMode.Passthrough, Source: { } source } ? Find(source, null)
        : null;

    /// <summary>Whether a source is complete (<c>virDomainChrSourceDefValidate</c>).</summary>
    public static VirException? Find(CharacterSource source, CharacterDevice? device) => source switch
    {
        { Type: CharacterSourceType.File or CharacterSourceType.Dev or CharacterSourceType.Pipe, Path: null } =>
            Broken("Missing source path attribute for char device"),
        { Type: CharacterSourceType.Nmdm } when source.Master is null != source.Slave is null =>
            Broken("Should define both master and slave path attributes for nmdm device"),
        { Type: CharacterSourceType.Tcp, Host: null } => Broken("Missing source host attribute for char device"),
        { Type: CharacterSourceType.Tcp or CharacterSourceType.Udp, Service: null } =>
            Broken("Missing source service attribute for char device"),
        { Type: CharacterSourceType.Unix, Path: null }
            when device is not ChannelDevice { TargetType: ChannelTarget.Xen or ChannelTarget.Virtio } =>
            Broken("Missing source path attribute for char device"),
        { Type: CharacterSourceType.Tcp or CharacterSourceType.Unix, Listen: true, Reconnect.Enabled: not null } =>
            Broken(Connecting),
        { Type: CharacterSourceType.Spiceport or CharacterSourceType.Dbus, Channel: null } =>
            DomainUnsupported("Missing source channel attribute for char device"),
        { Type: CharacterSourceType.Spiceport or CharacterSourceType.Dbus }
            when source.Channel.AsSpan().ContainsAnyExcept(ChannelLetters) =>
            Domain(VirErrorNumber.VIR_ERR_INVALID_ARG, "Invalid character in source channel for char device"),
        _ => null,
    };

    public static VirException? FindQemu(DomainDefinition domain, CharacterDevice device, IMachineFacts facts) =>
        FindQemu(domain, device.Source, facts) ?? (device is SerialDevice serial ? FindSerial(serial) : null);

    public static VirException? FindQemu(DomainDefinition domain, Smartcard smartcard, IMachineFacts facts) =>
        domain.Smartcards.Count > 1 || smartcard.Address is not CcidAddress { Controller: 0, Slot: 0 }
            ? Unsupported("this QEMU binary lacks multiple smartcard support")
        : smartcard.Mode != SmartcardMode.Passthrough
            ? facts.Has(QemuCapability.CcidEmulated) ? null
                : Unsupported("this QEMU binary lacks smartcard host mode support")
        : !facts.Has(QemuCapability.CcidPassthru)
            ? Unsupported("this QEMU binary lacks smartcard passthrough mode support")
        : FindQemu(domain, smartcard.Source!, facts);

    public static VirException? FindQemu(DomainDefinition domain, CharacterSource source, IMachineFacts facts) =>
        source switch
        {
            { Type: CharacterSourceType.Tcp or CharacterSourceType.Unix,
                Reconnect: { Enabled: true, Timeout: 0 } } => new VirException(VirErrorNumber.VIR_ERR_INVALID_ARG,
                VirErrorDomain.VIR_FROM_QEMU, "chardev reconnect source timeout cannot be '0'"),
            { Type: CharacterSourceType.QemuVdagent } when !facts.Has(QemuCapability.ChardevQemuVdagent) =>
                Unsupported("chardev 'qemu-vdagent' not supported in this QEMU binary"),
            { Type: CharacterSourceType.Spicevmc or CharacterSourceType.Spiceport } when !HasSpice(domain) =>
                Unsupported($"chardev '{source.Type.ToXml()}' not supported without spice graphics"),
            { Type: CharacterSourceType.Nmdm } => Unsupported($"unsupported chardev '{source.Type.ToXml()}'"),
            _ => null,
        };

    /// <summary>Whether a guest has a SPICE display.</summary>
    public static bool HasSpice(DomainDefinition domain) =>
        domain.Graphics.Exists(graphics => graphics.Type == GraphicsType.Spice);

    private static bool HasUsb(DomainDefinition domain) => domain.Controllers.Exists(controller =>
        controller.Type == ControllerType.Usb && controller.UsbModel != UsbControllerModel.None);

    private static VirException? FindSerial(SerialDevice serial)
    {
        var address = serial.TargetType switch
        {
            SerialTarget.IsaSerial or SerialTarget.IsaDebug => AddressType.Isa,
            SerialTarget.UsbSerial => AddressType.Usb,
            SerialTarget.PciSerial => AddressType.Pci,
            SerialTarget.SpaprVioSerial => AddressType.SpaprVio,
            _ => AddressType.None,
        };
        var target = serial.TargetModel switch
        {
            SerialModel.IsaSerial => SerialTarget.IsaSerial,
            SerialModel.UsbSerial => SerialTarget.UsbSerial,
            SerialModel.PciSerial => SerialTarget.PciSerial,
            SerialModel.SpaprVty => SerialTarget.SpaprVioSerial,
            SerialModel.Pl011 or SerialModel.Model16550a => SerialTarget.SystemSerial,
            SerialModel.Sclpconsole or SerialModel.Sclplmconsole => SerialTarget.SclpSerial,
            SerialModel.IsaDebugcon => SerialTarget.IsaDebug,
            _ => SerialTarget.None,
        };
        return serial.TargetType == SerialTarget.None ? null
            : serial.Address is { } own && address == AddressType.None
                ? Unsupported($"Target type '{serial.TargetType.ToXml()}' cannot have an associated address")
            : serial.Address is { } other && other.Type != address ? Unsupported(
                $"Target type '{serial.TargetType.ToXml()}' requires address type '{address.ToXml()}'")
            : target != SerialTarget.None && target != serial.TargetType ? Unsupported(
                $"Target model '{serial.TargetModel.ToXml()}' requires target type '{target.ToXml()}'")
            : serial.TargetType is SerialTarget.SpaprVioSerial or SerialTarget.SclpSerial
                || serial.TargetModel is SerialModel.Pl011 or SerialModel.Model16550a
                ? Unsupported($"Serial device with target type '{serial.TargetType.ToXml()}' and target model "
                    + $"'{serial.TargetModel.ToXml()}' not compatible with guest architecture or machine type")
            : null;
    }

    private static VirException Broken(string detail) => Domain(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, detail);
}
