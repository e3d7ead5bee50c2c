using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The host's end of a character device, written.</summary>
public sealed partial class CharacterSource
{
    internal void Format(XmlOutput output, DomainXmlFormatOptions options)
    {
        FormatSource(output, options);
        if (LogFile is not null)
        {
            output.Start("log").Attribute("file", LogFile).OnOff("append", LogAppend).End();
        }
    }

    private void FormatSource(XmlOutput output, DomainXmlFormatOptions options)
    {
        switch (Type)
        {
            case CharacterSourceType.QemuVdagent:
                output.Start("source")
                    .Start("clipboard").YesNo("copypaste", Clipboard).EndUnlessEmpty()
                    .Start("mouse").Named("mode", Mouse, MouseModeNames.Table).EndUnlessEmpty()
                    .EndUnlessEmpty();
                break;
            case CharacterSourceType.Pty when Path is null || options.Inactive:
                break;
            case CharacterSourceType.Pty or CharacterSourceType.Dev or CharacterSourceType.File
                or CharacterSourceType.Pipe:
                output.Start("source").Attribute("path", Path).OnOff("append", Append);
                DeviceSecurityLabel.FormatAll(output, SecurityLabels, options);
                output.EndUnlessEmpty();
                break;
            case CharacterSourceType.Nmdm:
                output.Start("source").Attribute("master", Master).Attribute("slave", Slave).End();
                break;
            case CharacterSourceType.Udp:
                FormatUdp(output, "bind", BindHost, BindService);
                FormatUdp(output, "connect", Host, Service);
                break;
            case CharacterSourceType.Tcp:
                FormatTcp(output, options);
                break;
            case CharacterSourceType.Unix when Path is not null:
                output.Start("source").Attribute("mode", Listen ? "bind" : "connect").Attribute("path", Path);
                DeviceSecurityLabel.FormatAll(output, SecurityLabels, options);
                Reconnect?.Format(output);
                output.End();
                break;
            case CharacterSourceType.Spiceport or CharacterSourceType.Dbus:
                output.Start("source").Attribute("channel", Channel).EndUnlessEmpty();
                break;
        }
    }

    private void FormatTcp(XmlOutput output, DomainXmlFormatOptions options)
    {
        output.Start("source").Attribute("mode", Listen ? "bind" : "connect")
            .Attribute("host", Host).Attribute("service", Service)
            .YesNo("tls", options.Migratable && TlsFromConfiguration ? null : Tls);
        if (options.Status)
        {
            output.Attribute("tlsFromConfig", TlsFromConfiguration ? "1" : "0");
        }

        Reconnect?.Format(output);
        output.End().Start("protocol").Attribute("type", Protocol.ToXml()).End();
    }

    private static void FormatUdp(XmlOutput output, string mode, string? host, string? service)
    {
        if (host is not null || service is not null)
        {
            output.Start("source").Attribute("mode", mode).Attribute("host", host).Attribute("service", service).End();
        }
    }
}
