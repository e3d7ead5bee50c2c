using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Characters;

/// <summary>The host's end of a character device, as <c>-chardev</c> takes it.</summary>
internal static class CharacterOption
{
    /// <summary>The id of the host's end of a device.</summary>
    public static string Id(string? alias) => "char" + alias;

    /// <param name="source">The host's end.</param>
    /// <param name="id">Its id.</param>
    /// <param name="files">What was opened for it.</param>
    /// <param name="settings">What the administrator decided.</param>
    /// <param name="spiceChannel">What goes over a SPICE channel: vdagent, usbredir or smartcard.</param>
    public static OptionString Of(
        CharacterSource source, string id, CharacterFiles files, QemuSettings settings,
        string spiceChannel = SpiceChannels.Agent)
    {
        var option = Backend(source, id, files, settings, spiceChannel);
        if (source.LogFile is null) return option;
        return option
            .Add("logfile", files.Log ?? source.LogFile)
            .Add("logappend", files.Log is null ? source.LogAppend : true);
    }

    private static OptionString Backend(
        CharacterSource source, string id, CharacterFiles files, QemuSettings settings, string spiceChannel) =>
        source.Type switch
        {
            CharacterSourceType.Null => Start("null", id),
            CharacterSourceType.Vc => Start("vc", id),
            CharacterSourceType.Pty => Start("pty", id),
            CharacterSourceType.Stdio => Start("stdio", id),
            CharacterSourceType.Dev => Start(
                id.StartsWith("charparallel", StringComparison.Ordinal) ? "parallel" : "serial", id)
                .Add("path", source.Path),
            CharacterSourceType.File => Start("file", id)
                .Add("path", files.Source ?? source.Path)
                .Add("append", files.Source is null ? source.Append : true),
            CharacterSourceType.Pipe => Start("pipe", id).Add("path", source.Path),
            CharacterSourceType.Udp => Start("udp", id)
                .Add("host", source.Host ?? "")
                .Add("port", source.Service)
                .Add("localaddr", source.BindHost ?? "")
                .Add("localport", source.BindService ?? "0"),
            CharacterSourceType.Tcp => Tcp(source, id, settings),
            CharacterSourceType.Unix => Unix(source, id, files),
            CharacterSourceType.Spicevmc => Start("spicevmc", id).Add("name", spiceChannel),
            CharacterSourceType.Spiceport => Start("spiceport", id).Add("name", source.Channel),
            CharacterSourceType.QemuVdagent => Start("qemu-vdagent", id)
                .Add("name", "vdagent")
                .Add("clipboard", source.Clipboard)
                .Add("mouse", source.Mouse == MouseMode.Default ? null : source.Mouse == MouseMode.Client),
            CharacterSourceType.Dbus => Start("dbus", id).Add("name", source.Channel),
            _ => throw ConfigurationError.Unsupported($"unsupported chardev '{source.Type.ToXml()}'"),
        };

    private static OptionString Start(string backend, string id) => new OptionString(backend).Add("id", id);

    private static OptionString Tcp(CharacterSource source, string id, QemuSettings settings)
    {
        var option = Start("socket", id).Add("host", source.Host).Add("port", source.Service);
        if (source.Protocol == TcpProtocol.Telnet) option.Add("telnet", true);
        return AddServer(option, source)
            .Add("reconnect", Reconnect(source))
            .Add("tls-creds", CharacterTls.Alias(source, id, settings));
    }

    private static OptionString Unix(CharacterSource source, string id, CharacterFiles files)
    {
        var option = Start("socket", id);
        _ = files.Socket is null ? option.Add("path", source.Path) : option.Add("fd", files.Socket);
        return AddServer(option, source).Add("reconnect", Reconnect(source));
    }

    private static OptionString AddServer(OptionString option, CharacterSource source) =>
        source.Listen ? option.Add("server", true).Add("wait", false) : option;

    private static long? Reconnect(CharacterSource source) => source.Reconnect?.Enabled switch
    {
        true => source.Reconnect.Timeout,
        false => 0,
        null => null,
    };
}
