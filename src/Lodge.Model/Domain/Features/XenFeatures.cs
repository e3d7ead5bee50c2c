using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Xen's own features (<c>&lt;xen&gt;</c>).</summary>
public sealed class XenFeatures
{
    /// <summary>Whether the guest sees the host's memory map.</summary>
    public bool? E820Host { get; set; }

    /// <summary>Whether devices are passed through.</summary>
    public bool? Passthrough { get; set; }

    /// <summary>How their page tables are shared.</summary>
    public XenPassthroughMode PassthroughMode { get; set; }

    internal static XenFeatures Parse(Element element)
    {
        var xen = new XenFeatures();
        foreach (var feature in element.Children)
        {
            if (feature.Name is not ("e820_host" or "passthrough"))
            {
                throw XmlError.Unsupported($"unsupported Xen feature: {feature.Name}");
            }

            feature.Required("state");
            var on = feature.OnOff("state");
            if (feature.Name == "e820_host")
            {
                xen.E820Host = on;
                continue;
            }

            xen.Passthrough = on;
            xen.PassthroughMode = on == true
                ? feature.Named("mode", XenPassthroughModeNames.Table, nonZero: true) : default;
        }

        return xen;
    }

    internal void Format(XmlOutput output)
    {
        output.Start("xen");
        output.Start("e820_host").OnOff("state", E820Host).EndUnlessEmpty();
        output.Start("passthrough").OnOff("state", Passthrough)
            .Named("mode", PassthroughMode, XenPassthroughModeNames.Table).EndUnlessEmpty();
        output.EndLong();
    }
}
