using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Characters;

/// <summary>The host's end of a character device, as QMP's <c>chardev-add</c> takes it.</summary>
/// <remarks>Source: QEMU QAPI <c>char.json</c>, <c>ChardevBackend</c>.</remarks>
internal static class CharacterBackend
{
    public static QemuProperties Properties(
        CharacterSource source, string id, QemuSettings settings, string spiceChannel = SpiceChannels.Agent)
    {
        var (type, data) = Backend(source, id, settings, spiceChannel);
        if (source.LogFile is { } log) data.Add("logfile", log).Add("logappend", source.LogAppend);
        return new QemuProperties()
            .Add("id", id)
            .Add("backend", new QemuProperties().Add("type", type).Add("data", data));
    }

    private static (string Type, QemuProperties Data) Backend(
        CharacterSource source, string id, QemuSettings settings, string spiceChannel) => source.Type switch
        {
            CharacterSourceType.Null or CharacterSourceType.Vc or CharacterSourceType.Pty =>
                (source.Type.ToXml(), new QemuProperties()),
            CharacterSourceType.File =>
                ("file", new QemuProperties().Add("out", source.Path).Add("append", source.Append)),
            CharacterSourceType.Dev => ("serial", new QemuProperties().Add("device", source.Path)),
            CharacterSourceType.Unix => ("socket", Socket(source, UnixAddress(source))),
            CharacterSourceType.Tcp => ("socket", Socket(source, InetAddress(source.Host, source.Service))
                .Add("telnet", (bool?)(source.Protocol == TcpProtocol.Telnet))
                .Add("tls-creds", CharacterTls.Alias(source, id, settings))),
            CharacterSourceType.Udp => ("udp", new QemuProperties()
                .Add("remote", InetAddress(source.Host ?? "", source.Service))
                .Add("local", source.BindHost is null && source.BindService is null
                    ? null
                    : InetAddress(source.BindHost ?? "", source.BindService ?? ""))),
            CharacterSourceType.Spicevmc => ("spicevmc", new QemuProperties().Add("type", spiceChannel)),
            CharacterSourceType.QemuVdagent => ("qemu-vdagent", new QemuProperties()
                .Add("clipboard", source.Clipboard)
                .Add("mouse", source.Mouse == MouseMode.Default ? null : source.Mouse == MouseMode.Client)),
            CharacterSourceType.Dbus => ("dbus", new QemuProperties().Add("name", source.Channel)),
            _ => throw new Protocol.Errors.VirException(
                Protocol.Errors.VirErrorNumber.VIR_ERR_OPERATION_FAILED,
                Protocol.Errors.VirErrorDomain.VIR_FROM_QEMU,
                $"Hotplug unsupported for char device type '{source.Type.ToXml()}'"),
        };

    private static QemuProperties Socket(CharacterSource source, QemuProperties address) => new QemuProperties()
        .Add("addr", address)
        .Add("wait", source.Listen ? false : null)
        .Add("server", (bool?)source.Listen)
        .Add("reconnect", source.Reconnect?.Enabled switch
        {
            true => source.Reconnect.Timeout,
            false => 0,
            null => (long?)null,
        });

    private static QemuProperties UnixAddress(CharacterSource source) => new QemuProperties()
        .Add("type", "unix")
        .Add("data", new QemuProperties().Add("path", source.Path));

    private static QemuProperties InetAddress(string? host, string? port) => new QemuProperties()
        .Add("type", "inet")
        .Add("data", new QemuProperties().Add("host", host).Add("port", port));
}
