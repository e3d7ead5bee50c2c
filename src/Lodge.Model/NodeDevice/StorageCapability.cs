using Lodge.Model.Xml;

namespace Lodge.Model.NodeDevice;

/// <summary>A block device.</summary>
public sealed record StorageCapability : NodeDeviceCapability
{
    /// <summary>Its node below /dev.</summary>
    public required string Block { get; init; }

    /// <summary>The bus it is on: <c>ata</c>, <c>scsi</c>, <c>usb</c> …</summary>
    public string? Bus { get; init; }

    /// <summary>What it is: <c>disk</c>, <c>cdrom</c>, <c>floppy</c>, <c>sd</c>, <c>dasd</c>.</summary>
    public string? DriveType { get; init; }

    /// <summary>The product's name.</summary>
    public string? Model { get; init; }

    /// <summary>Who made it.</summary>
    public string? Vendor { get; init; }

    /// <summary>Its serial number.</summary>
    public string? Serial { get; init; }

    /// <summary>Whether media are put into it.</summary>
    public bool IsRemovable { get; init; }

    /// <summary>Whether a medium is in it.</summary>
    public bool HasMedium { get; init; }

    /// <summary>The medium's label.</summary>
    public string? MediumLabel { get; init; }

    /// <summary>Bytes of a logical block; 0 where it does not say.</summary>
    public ulong BlockSize { get; init; }

    /// <summary>How many blocks, in the kernel's count; 0 where it does not say.</summary>
    public ulong Blocks { get; init; }

    /// <inheritdoc/>
    public override NodeDeviceKind Kind => NodeDeviceKind.Storage;

    internal override void Format(XmlOutput output)
    {
        output.Text("block", Block)
            .Text("bus", Bus)
            .Text("drive_type", DriveType)
            .Text("model", Model)
            .Text("vendor", Vendor)
            .Text("serial", Serial);
        if (!IsRemovable)
        {
            FormatBlocks(output.Text("size", (ulong?)(Blocks * BlockSize)));
            return;
        }

        output.Start("capability").Attribute("type", "removable")
            .Text("media_available", HasMedium ? "1" : "0")
            .Text("media_size", (ulong?)(HasMedium ? Blocks * BlockSize : 0))
            .Text("media_label", MediumLabel);
        FormatBlocks(output);
        output.End();
    }

    private void FormatBlocks(XmlOutput output) => output
        .Text("logical_block_size", BlockSize > 0 ? BlockSize : (ulong?)null)
        .Text("num_blocks", Blocks > 0 ? Blocks : (ulong?)null);
}
