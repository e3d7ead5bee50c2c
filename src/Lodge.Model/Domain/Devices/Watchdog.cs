using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>A watchdog (<c>&lt;watchdog&gt;</c>).</summary>
public sealed class Watchdog : Device
{
    /// <summary>The kind of device.</summary>
    public WatchdogModel Model { get; set; }

    /// <summary>What follows its bite.</summary>
    public WatchdogAction Action { get; set; }

    internal static Watchdog Parse(Element element, DomainXmlParseOptions options)
    {
        var word = element.Attribute("model")
            ?? throw XmlError.Domain(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "watchdog must contain model name");
        var watchdog = new Watchdog
        {
            Model = WatchdogModelNames.Table.TryParse(word, out var model)
                ? model
                : throw XmlError.Unsupported($"unknown watchdog model '{word}'"),
        };
        if (element.Attribute("action") is { } name)
        {
            watchdog.Action = WatchdogActionNames.Table.TryParse(name, out var action)
                ? action
                : throw XmlError.Unsupported($"unknown watchdog action '{name}'");
        }

        watchdog.ParseInfo(element, options);
        return watchdog;
    }

    internal override void Format(XmlOutput output, DomainXmlFormatOptions options)
    {
        output.Start("watchdog").Attribute("model", Model.ToXml()).Attribute("action", Action.ToXml());
        FormatInfo(output);
        output.End();
    }
}
