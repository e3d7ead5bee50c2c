using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What serves an interface on the host (<c>&lt;backend&gt;</c>).</summary>
public sealed class InterfaceBackendOptions
{
    /// <summary>The device that makes taps.</summary>
    public string? Tap { get; set; }

    /// <summary>The device of vhost.</summary>
    public string? Vhost { get; set; }

    /// <summary>Where a backend that is a program of its own logs.</summary>
    public string? LogFile { get; set; }

    // libvirt's libraries are built without passt, the only other backend, and refuse its very name.
    internal static InterfaceBackendOptions Parse(Element element) => element.Attribute("type") is { } type
        ? throw XmlError.Domain($"Invalid value for attribute 'type' in element 'backend': '{type}'.")
        : new()
        {
            Tap = element.Attribute("tap"),
            Vhost = element.Attribute("vhost"),
            LogFile = element.Attribute("logFile"),
        };

    internal void Format(XmlOutput output) => output.Start("backend")
        .Attribute("tap", Tap).Attribute("vhost", Vhost).Attribute("logFile", LogFile).EndUnlessEmpty();
}
