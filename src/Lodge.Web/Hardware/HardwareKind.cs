using System.Xml.Linq;

namespace Lodge.Web.Hardware;

/// <summary>A kind of device, or of a setting of the whole machine: its page and its values.</summary>
public sealed record HardwareKind
{
    /// <summary>Its name in programs.</summary>
    public required string Id { get; init; }

    /// <summary>Its name for people.</summary>
    public required string Label { get; init; }

    /// <summary>Its picture.</summary>
    public required string Icon { get; init; }

    /// <summary>The element in <c>devices</c>; null for a setting of the whole machine.</summary>
    public string? Element { get; init; }

    /// <summary>Whether an element is of this kind, where others have the same name.</summary>
    public Func<XElement, bool> Fits { get; init; } = _ => true;

    /// <summary>What tells devices of this kind apart; null where only their order does.</summary>
    public Func<XElement, string?> Identity { get; init; } = _ => null;

    /// <summary>What a device is called in a list.</summary>
    public Func<XElement, string>? Title { get; init; }

    /// <summary>Its values.</summary>
    public required IReadOnlyList<HardwareField> Fields { get; init; }

    /// <summary>Whether devices of this kind can be taken out.</summary>
    public bool IsRemovable { get; init; } = true;

    /// <summary>A new device as it is proposed for a guest; null where none can be added.</summary>
    public Func<XElement, XElement>? Template { get; init; }
}
