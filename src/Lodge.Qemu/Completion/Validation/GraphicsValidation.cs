using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Probing;
using static Lodge.Qemu.Completion.Refusal;

namespace Lodge.Qemu.Completion.Validation;

/// <summary>Displays and how they are reached.</summary>
internal static class GraphicsValidation
{
    private const int LongestVncPassword = 8;

    public static VirException? Find(DomainDefinition domain, Graphics graphics) =>
        graphics.Type is GraphicsType.Vnc or GraphicsType.Spice or GraphicsType.Rdp
            && graphics.Listens.Exists(listen => listen is { Type: ListenType.Network, Network: null })
            ? DomainXml("'network' attribute is required for listen type 'network'")
        : graphics.Type == GraphicsType.Vnc ? OtherDeviceValidation.FindAudio(domain, graphics.AudioId)
        : graphics is { Type: GraphicsType.Dbus, PeerToPeer: true, BusAddress: not null }
            ? DomainXml("D-Bus p2p with an address is not supported")
        : null;

    public static VirException? FindQemu(DomainDefinition domain, Graphics graphics, IMachineFacts facts) =>
        !IsSupported(graphics.Type, facts)
            ? Unsupported($"{graphics.Type.ToXml()} graphics are not supported with this QEMU")
        : FindHeadless(domain, graphics) ?? graphics switch
        {
            { Type: GraphicsType.Spice, TlsPort: > 0,
                Listens: [{ Type: ListenType.Address or ListenType.Network }, ..] } =>
                Unsupported("spice TLS port set in XML configuration, but TLS is disabled in qemu.conf"),
            { Type: GraphicsType.Spice, Gl: true } when !facts.Has(QemuCapability.SpiceGl) =>
                Unsupported("This QEMU doesn't support spice OpenGL"),
            { Type: GraphicsType.Vnc, PowerControl: not null } when !facts.Has(QemuCapability.VncPowerControl) =>
                Unsupported("VNC power control is not available"),
            { Type: GraphicsType.Vnc, Password.Length: > LongestVncPassword } => Unsupported(
                $"VNC password is {graphics.Password!.Length} characters long, only {LongestVncPassword} permitted"),
            { Type: GraphicsType.Dbus, AudioId: > 0 } when domain.Audios.Exists(audio =>
                audio.Id == graphics.AudioId && audio.Type != AudioType.Dbus) =>
                Unsupported("The associated audio is not of 'dbus' kind."),
            _ => null,
        };

    private static bool IsSupported(GraphicsType type, IMachineFacts facts) => type switch
    {
        GraphicsType.Sdl => facts.Has(QemuCapability.Sdl),
        GraphicsType.Vnc => facts.Has(QemuCapability.Vnc),
        GraphicsType.Spice => facts.Has(QemuCapability.Spice),
        GraphicsType.EglHeadless => facts.Has(QemuCapability.EglHeadless),
        GraphicsType.Dbus => facts.Has(QemuCapability.DisplayDbus),
        _ => false,
    };

    private static VirException? FindHeadless(DomainDefinition domain, Graphics graphics) =>
        !domain.Graphics.Exists(other => other.Type == GraphicsType.EglHeadless) ? null
        : graphics.Type is not (GraphicsType.EglHeadless or GraphicsType.Vnc or GraphicsType.Spice) ? Unsupported(
            "graphics type 'egl-headless' is only supported with one of: 'vnc', 'spice' graphics types")
        : graphics is { Type: GraphicsType.Spice, Gl: true }
            ? Unsupported("multiple OpenGL displays are not supported by QEMU")
        : null;
}
