using Lodge.Model.Xml;
using Lodge.Protocol;

namespace Lodge.Model.NodeDevice;

/// <summary>The machine itself: what its firmware says of it.</summary>
public sealed record SystemCapability : NodeDeviceCapability
{
    /// <summary>The product's name.</summary>
    public string? Product { get; init; }

    /// <summary>Who made the machine.</summary>
    public string? Vendor { get; init; }

    /// <summary>The product's version.</summary>
    public string? Version { get; init; }

    /// <summary>The machine's serial number.</summary>
    public string? Serial { get; init; }

    /// <summary>The machine's UUID; all zero where none is known.</summary>
    public VirUuid Uuid { get; init; }

    /// <summary>Who made the firmware.</summary>
    public string? FirmwareVendor { get; init; }

    /// <summary>The firmware's version.</summary>
    public string? FirmwareVersion { get; init; }

    /// <summary>When the firmware was released.</summary>
    public string? FirmwareDate { get; init; }

    /// <inheritdoc/>
    public override NodeDeviceKind Kind => NodeDeviceKind.System;

    internal override void Format(XmlOutput output) => output
        .Text("product", Product)
        .Start("hardware")
        .Text("vendor", Vendor)
        .Text("version", Version)
        .Text("serial", Serial)
        .Text("uuid", Uuid.ToString())
        .End()
        .Start("firmware")
        .Text("vendor", FirmwareVendor)
        .Text("version", FirmwareVersion)
        .Text("release_date", FirmwareDate)
        .EndLong();
}
