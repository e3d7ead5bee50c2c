using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How SCSI persistent reservations are made for a guest.</summary>
public sealed class PersistentReservations
{
    /// <summary>Whether the daemon runs the daemon that makes them.</summary>
    public bool Managed { get; set; }

    /// <summary>That daemon's socket.</summary>
    public string? Path { get; set; }

    internal static PersistentReservations Parse(Element element)
    {
        var managed = element.Attribute("managed") switch
        {
            null => throw XmlError.Domain("missing @managed attribute for <reservations/>"),
            "yes" => true,
            "no" => false,
            var other => throw XmlError.Domain($"invalid value for 'managed': {other}"),
        };
        var source = element.Child("source");
        var (type, path, mode) = (source?.Attribute("type"), source?.Attribute("path"), source?.Attribute("mode"));
        if (!managed)
        {
            _ = type ?? throw XmlError.Domain("missing connection type for <reservations/>");
            _ = path ?? throw XmlError.Domain("missing path for <reservations/>");
            _ = mode ?? throw XmlError.Domain("missing connection mode for <reservations/>");
        }

        if (type is not (null or "unix"))
        {
            throw XmlError.Unsupported($"unsupported connection type for <reservations/>: {type}");
        }

        return mode is null or "client"
            ? new() { Managed = managed, Path = path }
            : throw XmlError.Unsupported($"unsupported connection mode for <reservations/>: {mode}");
    }

    internal void Format(XmlOutput output, DomainXmlFormatOptions options)
    {
        output.Start("reservations").YesNo("managed", Managed);
        if (Path is not null && !(Managed && options.Migratable))
        {
            output.Start("source").Attribute("type", "unix").Attribute("path", Path).Attribute("mode", "client").End();
        }

        output.End();
    }
}
