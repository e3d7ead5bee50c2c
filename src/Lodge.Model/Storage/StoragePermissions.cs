using System.Globalization;
using Lodge.Model.Xml;

namespace Lodge.Model.Storage;

/// <summary>Who owns a folder, file or device, and who may do what with it (<c>&lt;permissions&gt;</c>).</summary>
public sealed record StoragePermissions
{
    /// <summary>Nothing said.</summary>
    public static StoragePermissions None { get; } = new();

    /// <summary>The bits of access, at most 0777; null leaves them to the system.</summary>
    public uint? Mode { get; init; }

    /// <summary>The user id; null leaves it to the system.</summary>
    public uint? Owner { get; init; }

    /// <summary>The group id; null leaves it to the system.</summary>
    public uint? Group { get; init; }

    /// <summary>The security label; null leaves it to the system.</summary>
    public string? Label { get; init; }

    /// <summary>Whether nothing is said at all.</summary>
    public bool IsEmpty => (Mode, Owner, Group, Label) is (null, null, null, null);

    internal static StoragePermissions Parse(Element? target)
    {
        if (target?.Child("permissions") is not { } element)
        {
            return None;
        }

        return new StoragePermissions
        {
            Mode = element.ChildText("mode") is { } mode ? ParseMode(mode) : null,
            Owner = ParseId(element, "owner"),
            Group = ParseId(element, "group"),
            Label = element.ChildText("label"),
        };
    }

    internal void Format(XmlOutput output)
    {
        if (IsEmpty)
        {
            return;
        }

        output.Start("permissions");
        output.Text("mode", Mode is { } mode ? "0" + Convert.ToString(mode, 8) : null);

        // libvirt writes ids as signed numbers.
        output.Text("owner", Owner is { } owner ? (long)(int)owner : null);
        output.Text("group", Group is { } group ? (long)(int)group : null);
        output.Text("label", Label);
        output.End();
    }

    private static uint ParseMode(string text)
    {
        var digits = text.AsSpan().TrimStart();
        digits = digits.StartsWith("+") ? digits[1..] : digits;
        return digits.Length > 0 && Numbers.TryOctal(digits, out var mode) && mode <= 0x1FF
            ? (uint)mode
            : throw StorageError.Xml("malformed octal mode");
    }

    private static uint? ParseId(Element element, string name)
    {
        if (element.Child(name) is not { } child)
        {
            return null;
        }

        return long.TryParse(child.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var id)
            && id is >= -1 and <= uint.MaxValue
            ? id is -1 or uint.MaxValue ? null : (uint)id
            : throw StorageError.Xml($"malformed {name} element");
    }
}
