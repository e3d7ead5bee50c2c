using System.Globalization;
using System.Security;
using System.Text;
using Lodge.Install.Plan;

namespace Lodge.Install.Flow;

/// <summary>The XML of volumes to be made.</summary>
internal static class VolumeXml
{
    /// <summary>The XML of one.</summary>
    public static string Of(VolumeRequest volume)
    {
        var xml = new StringBuilder("<volume>\n");
        xml.Append(CultureInfo.InvariantCulture, $"  <name>{Escape(volume.Name)}</name>\n");
        xml.Append(CultureInfo.InvariantCulture, $"  <capacity>{volume.Capacity}</capacity>\n");
        xml.Append(CultureInfo.InvariantCulture, $"  <allocation>{volume.Allocation}</allocation>\n");
        if (volume.Format is { } format)
        {
            xml.Append(CultureInfo.InvariantCulture, $"  <target>\n    <format type=\"{Escape(format)}\"/>\n");
            if (volume.IsLazy) xml.Append("    <features>\n      <lazy_refcounts/>\n    </features>\n");
            xml.Append("  </target>\n");
        }

        if (volume.BackingPath is { } path)
        {
            xml.Append(CultureInfo.InvariantCulture, $"  <backingStore>\n    <path>{Escape(path)}</path>\n");
            if (volume.BackingFormat is { } below)
                xml.Append(CultureInfo.InvariantCulture, $"    <format type=\"{Escape(below)}\"/>\n");
            xml.Append("  </backingStore>\n");
        }

        return xml.Append("</volume>\n").ToString();
    }

    private static string Escape(string text) => SecurityElement.Escape(text);
}
