using Lodge.Model.Domain;

namespace Lodge.Security.Files;

/// <summary>A file, socket or device node that a guest uses.</summary>
/// <param name="Path">Its path on the host.</param>
/// <param name="Kind">What it is used for.</param>
public sealed record GuestFile(string Path, GuestFileKind Kind)
{
    /// <summary>
    /// Whether others may use it at the same time: read-only or shareable images, and all below the top one.
    /// </summary>
    public bool IsShared { get; init; }

    /// <summary>Whether several guests may write it at the same time.</summary>
    public bool IsShareable { get; init; }

    /// <summary>Whether the guest only reads it.</summary>
    public bool IsReadonly { get; init; }

    /// <summary>Whether it is an image below another.</summary>
    public bool IsBacking { get; init; }

    /// <summary>
    /// Whether the label goes with the file itself when the guest ends, so that nothing need be taken back.
    /// </summary>
    public bool VanishesWithGuest { get; init; }

    /// <summary>Whether it stays whose it is, and gets a label alone.</summary>
    public bool KeepsOwner { get; init; }

    /// <summary>Labels that a person gave to this very file.</summary>
    public IReadOnlyList<DeviceSecurityLabel> Labels { get; init; } = [];

    /// <summary>Labels that a person gave to the image at the top of the chain.</summary>
    public IReadOnlyList<DeviceSecurityLabel> ParentLabels { get; init; } = [];

    /// <summary>The label that a person gave for a driver: the file's own, or the one of the image above.</summary>
    /// <param name="model">The driver's name.</param>
    /// <returns>The label, or null where the guest's own counts.</returns>
    public DeviceSecurityLabel? LabelFor(string model) => Says(Labels, model) ?? Says(ParentLabels, model);

    private static DeviceSecurityLabel? Says(IReadOnlyList<DeviceSecurityLabel> labels, string model) =>
        labels.FirstOrDefault(label => (label.Model ?? model) == model && (!label.Relabel || label.Label is not null));
}
