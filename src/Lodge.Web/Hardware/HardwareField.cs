using System.Globalization;
using System.Xml.Linq;

namespace Lodge.Web.Hardware;

/// <summary>One value of a device: where it stands in the description, and how it is edited.</summary>
/// <param name="Label">Its name for people.</param>
/// <param name="Path">Where it stands: <c>target/@bus</c>, <c>model</c>, <c>@type</c>.</param>
/// <param name="Shape">How it is edited.</param>
/// <param name="Choices">The words that it can be, or proposals for a text.</param>
/// <param name="Help">A word more.</param>
/// <param name="IsLive">Whether a machine that runs can take another value.</param>
/// <param name="On">What a switch writes for on.</param>
/// <param name="Off">What a switch writes for off.</param>
public sealed record HardwareField(
    string Label,
    string Path,
    FieldShape Shape = FieldShape.Text,
    IReadOnlyList<string>? Choices = null,
    string? Help = null,
    bool IsLive = false,
    string On = "yes",
    string Off = "no")
{
    /// <summary>Whether it can be changed at all.</summary>
    public bool IsEditable => Shape != FieldShape.Shown;

    /// <summary>The value as it is edited; empty where there is none.</summary>
    public string Read(XElement element)
    {
        if (Shape == FieldShape.Presence) return Find(element, Path) is null ? "" : "yes";
        var value = ValueAt(element, Path) ?? "";
        return Shape switch
        {
            FieldShape.Mebibytes => ulong.TryParse(value, CultureInfo.InvariantCulture, out var kibibytes)
                ? (kibibytes / 1024).ToString(CultureInfo.InvariantCulture)
                : value,
            FieldShape.Switch => value == On ? "yes" : "",
            _ => value,
        };
    }

    /// <summary>Writes the value; an empty one takes it out of the description.</summary>
    public void Write(XElement element, string value)
    {
        if (value == Read(element)) return;
        switch (Shape)
        {
            case FieldShape.Presence when value.Length == 0:
                Find(element, Path)?.Remove();
                break;
            case FieldShape.Presence:
                Put(element, Path, null);
                break;
            case FieldShape.Mebibytes when ulong.TryParse(value, CultureInfo.InvariantCulture, out var mebibytes):
                Put(element, Path, (mebibytes * 1024).ToString(CultureInfo.InvariantCulture));
                Find(element, Path)?.SetAttributeValue("unit", "KiB");
                break;
            case FieldShape.Switch:
                Put(element, Path, value.Length > 0 ? On : Off);
                break;
            default:
                if (value.Length == 0) Take(element, Path);
                else Put(element, Path, value);
                break;
        }
    }

    private static string? ValueAt(XElement element, string path)
    {
        var (elements, attribute) = Split(path);
        var holder = Find(element, elements);
        return attribute is null ? holder?.Nodes().OfType<XText>()
            .FirstOrDefault()?.Value.Trim() : (string?)holder?.Attribute(attribute);
    }

    private static XElement? Find(XElement element, string path) => path.Length == 0
        ? element
        : path.Split('/').Aggregate<string, XElement?>(element, (found, name) => found?.Element(name));

    private static void Put(XElement element, string path, string? value)
    {
        var (elements, attribute) = Split(path);
        var holder = element;
        foreach (var name in elements.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (holder.Element(name) is not { } next) holder.Add(next = new XElement(name));
            holder = next;
        }

        if (attribute is not null) holder.SetAttributeValue(attribute, value);
        else if (value is not null) SetText(holder, value);
    }

    private static void SetText(XElement holder, string value)
    {
        holder.Nodes().OfType<XText>().Remove();
        holder.AddFirst(new XText(value));
    }

    private static void Take(XElement element, string path)
    {
        var (elements, attribute) = Split(path);
        var holder = Find(element, elements);
        if (holder is null) return;
        if (attribute is not null) holder.SetAttributeValue(attribute, null);
        else if (holder != element) holder.Remove();
        // An element that said nothing but this goes with it.
        if (attribute is not null && holder != element && !holder.HasAttributes
            && !holder.Nodes().Any()) holder.Remove();
    }

    private static (string Elements, string? Attribute) Split(string path)
    {
        var at = path.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? (path, null) : (path[..at].TrimEnd('/'), path[(at + 1)..]);
    }
}
