using System.Text;

namespace Lodge.Cli.Virsh.Storage;

/// <summary>The pool that the options of <c>pool-define-as</c> and <c>pool-create-as</c> describe.</summary>
internal static class PoolXml
{
    private static readonly string[] SourceOptions =
        ["source-host", "source-path", "source-dev", "source-initiator", "source-format", "source-name"];

    /// <summary>Writes it as XML.</summary>
    internal static string Compose(Arguments arguments)
    {
        arguments.Exclusive("secret-usage", "secret-uuid");
        var text = new StringBuilder($"<pool type='{arguments.Needed("type")}'>\n");
        text.Append($"  <name>{arguments.Needed("name")}</name>\n");
        var adapter = Adapter(arguments);
        if (adapter is not null || SourceOptions.Any(arguments.Has))
        {
            AppendSource(text, arguments, adapter);
        }

        if (arguments.Text("target") is { } target)
        {
            text.Append($"  <target>\n    <path>{target}</path>\n  </target>\n");
        }

        return text.Append("</pool>\n").ToString();
    }

    private static void AppendSource(StringBuilder text, Arguments arguments, string? adapter)
    {
        text.Append("  <source>\n");
        Line(text, arguments.Text("source-host"), static value => $"<host name='{value}'/>");
        Line(text, arguments.Text("source-path"), static value => $"<dir path='{value}'/>");
        Line(text, arguments.Text("source-dev"), static value => $"<device path='{value}'/>");
        Line(
            text,
            arguments.Text("source-initiator"),
            static value => $"<initiator>\n      <iqn name='{value}'/>\n    </initiator>");
        Line(text, adapter, static value => value);
        AppendAuthentication(text, arguments);
        Line(text, arguments.Text("source-format"), static value => $"<format type='{value}'/>");
        Line(text, arguments.Text("source-name"), static value => $"<name>{value}</name>");
        Line(text, arguments.Text("source-protocol-ver"), static value => $"<protocol ver='{value}'/>");
        text.Append("  </source>\n");
    }

    private static void AppendAuthentication(StringBuilder text, Arguments arguments)
    {
        var secret = arguments.Text("secret-usage") is { } usage ? $"usage='{usage}'"
            : arguments.Text("secret-uuid") is { } uuid ? $"uuid='{uuid}'"
            : null;
        if (arguments.Text("auth-type") is { } type && arguments.Text("auth-username") is { } user
            && secret is not null)
        {
            text.Append($"    <auth type='{type}' username='{user}'>\n      <secret {secret}/>\n    </auth>\n");
        }
    }

    private static string? Adapter(Arguments arguments)
    {
        if (arguments.Text("adapter-wwnn") is not { } wwnn || arguments.Text("adapter-wwpn") is not { } wwpn)
        {
            return arguments.Text("adapter-name") is { } name ? $"<adapter type='scsi_host' name='{name}'/>" : null;
        }

        var parent = "";
        if (arguments.Text("adapter-parent") is { } host)
        {
            parent = $" parent='{host}'";
        }
        else if (arguments.Text("adapter-parent-wwnn") is { } node && arguments.Text("adapter-parent-wwpn") is { } port)
        {
            parent = $" parent_wwnn='{node}' parent_wwpn='{port}'";
        }
        else if (arguments.Text("adapter-parent-fabric-wwn") is { } fabric)
        {
            parent = $" parent_fabric_wwn='{fabric}'";
        }

        return $"<adapter type='fc_host'{parent} wwnn='{wwnn}' wwpn='{wwpn}'/>";
    }

    private static void Line(StringBuilder text, string? value, Func<string, string> element)
    {
        if (value is not null)
        {
            text.Append("    ").Append(element(value)).Append('\n');
        }
    }
}
