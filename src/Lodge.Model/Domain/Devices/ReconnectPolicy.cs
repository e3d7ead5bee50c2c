using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Whether a character device connects again after its peer went away.</summary>
public sealed class ReconnectPolicy
{
    /// <summary>Whether it does.</summary>
    public bool? Enabled { get; set; }

    /// <summary>Seconds between attempts.</summary>
    public uint Timeout { get; set; }

    internal static ReconnectPolicy? Parse(Element source)
    {
        if (source.Child("reconnect") is not { } element || element.YesNo("enabled") is not { } enabled)
        {
            return null;
        }

        var policy = new ReconnectPolicy { Enabled = enabled };
        if (enabled)
        {
            element.Required("timeout");
            policy.Timeout = element.UInt("timeout") ?? 0;
        }

        return policy;
    }

    internal void Format(XmlOutput output) => output.Start("reconnect").YesNo("enabled", Enabled)
        .Attribute("timeout", Enabled == true ? (ulong?)Timeout : null).End();
}
