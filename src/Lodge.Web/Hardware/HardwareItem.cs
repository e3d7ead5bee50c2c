using System.Xml.Linq;

namespace Lodge.Web.Hardware;

/// <summary>One page of a guest's hardware.</summary>
/// <param name="Key">What finds it again after a change.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Kept">It in the description that is kept: a device, or the whole; null where it only runs.</param>
/// <param name="Live">It in the machine that runs; null where nothing runs or it is not there.</param>
/// <param name="Pending">How the two stand to each other.</param>
public sealed record HardwareItem(
    string Key, HardwareKind Kind, XElement? Kept, XElement? Live, PendingState Pending)
{
    /// <summary>What is shown and edited: what is kept, where there is such.</summary>
    public XElement Shown => Kept ?? Live!;

    /// <summary>Its name in the list.</summary>
    public string Title => Kind.Title?.Invoke(Shown) is { } title && title.Trim().Length > 0 ? title : Kind.Label;

    /// <summary>Whether it is a device, not a setting of the whole machine.</summary>
    public bool IsDevice => Kind.Element is not null;
}
