using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What serves an interface on the host (<c>&lt;backend&gt;</c>).</summary>
public sealed class InterfaceBackendOptions
{
    /// <summary>What serves a user interface.</summary>
    public InterfaceBackend Type { get; set; }

    /// <summary>The device that makes taps.</summary>
    public string? Tap { get; set; }

    /// <summary>The device of vhost.</summary>
    public string? Vhost { get; set; }

    /// <summary>Where passt logs.</summary>
    public string? LogFile { get; set; }

    internal static InterfaceBackendOptions Parse(Element element) => new()
    {
        Type = element.Named("type", InterfaceBackendNames.Table, nonZero: true),
        Tap = element.Attribute("tap"),
        Vhost = element.Attribute("vhost"),
        LogFile = element.Attribute("logFile"),
    };

    internal void Format(XmlOutput output) => output.Start("backend").Named("type", Type, InterfaceBackendNames.Table)
        .Attribute("tap", Tap).Attribute("vhost", Vhost).Attribute("logFile", LogFile).EndUnlessEmpty();
}
