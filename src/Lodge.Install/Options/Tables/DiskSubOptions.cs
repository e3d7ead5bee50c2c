namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--disk</c> takes.</summary>
internal static class DiskSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        .. SharedSubOptions.Address,
        new("boot.order", "boot/@order", Form.Whole) { Aliases = ["boot_order"] },
        new("boot.loadparm", "boot/@loadparm"),
        .. SharedSubOptions.Virtio,
        new("backing_store"),
        new("backing_format"),
        new("pool"),
        new("vol"),
        new("size"),
        new("format"),
        new("sparse"),
        new("type"),
        new("bus"),
        new("cache"),
        new("source.dir", "source/@dir"),
        new("source.file", "source/@file"),
        new("source.dev", "source/@dev"),
        new("source.pool", "source/@pool") { Aliases = ["source_pool"] },
        new("source.volume", "source/@volume") { Aliases = ["source_volume"] },
        new("source.name", "source/@name") { Aliases = ["source_name"] },
        new("source.protocol", "source/@protocol") { Aliases = ["source_protocol"] },
        new("source.startupPolicy", "source/@startupPolicy") { Aliases = ["startup_policy"] },
        new("source.type", "source/@type"),
        new("source.namespace", "source/@namespace", Form.Whole),
        new("source.managed", "source/@managed", Form.YesNo, Takes.Switch),
        new("source.address.domain", "source/address/@domain", Form.Whole),
        new("source.address.bus", "source/address/@bus", Form.Whole),
        new("source.address.slot", "source/address/@slot", Form.Whole),
        new("source.address.function", "source/address/@function", Form.Whole),
        new("source.host[0-9]*.name", "source/host[]/@name") { Aliases = ["source_host_name"] },
        new("source.host[0-9]*.port", "source/host[]/@port", Form.Whole) { Aliases = ["source_host_port"] },
        new("source.host[0-9]*.socket", "source/host[]/@socket") { Aliases = ["source_host_socket"] },
        new("source.host[0-9]*.transport", "source/host[]/@transport") { Aliases = ["source_host_transport"] },
        new("source.seclabel[0-9]*.model", "source/seclabel[]/@model") { Aliases = ["seclabel[0-9]*.model"] },
        new("source.seclabel[0-9]*.relabel", "source/seclabel[]/@relabel", Form.YesNo, Takes.Switch)
        {
            Aliases = ["seclabel[0-9]*.relabel"]
        },
        new("source.seclabel[0-9]*.label", "source/seclabel[]/label", Takes: Takes.Commas)
        {
            Aliases = ["seclabel[0-9]*.label"]
        },
        new("path"),
        new("device", "@device"),
        new("snapshot", "@snapshot") { Aliases = ["snapshot_policy"] },
        new("sgio", "@sgio"),
        new("rawio", "@rawio"),
        new("serial", "serial"),
        new("wwn", "wwn"),
        new("readonly", "readonly", Form.Presence, Takes.Switch),
        new("shareable", "shareable", Form.Presence, Takes.Switch),
        new("transient", "transient", Form.Presence, Takes.Switch),
        new("transient.shareBacking", "transient/@shareBacking", Form.YesNo, Takes.Switch),
        new("target.bus", "target/@bus"),
        new("target.removable", "target/@removable", Form.OnOff, Takes.Switch) { Aliases = ["removable"] },
        new("target.dev", "target/@dev") { Aliases = ["target"] },
        new("target.rotation_rate", "target/@rotation_rate", Form.Whole) { Aliases = ["rotation_rate"] },
        new("driver.cache", "driver/@cache"),
        new("driver.discard", "driver/@discard") { Aliases = ["discard"] },
        new("driver.detect_zeroes", "driver/@detect_zeroes") { Aliases = ["detect_zeroes"] },
        new("driver.name", "driver/@name") { Aliases = ["driver_name"] },
        new("driver.type", "driver/@type") { Aliases = ["driver_type"] },
        new("driver.copy_on_read", "driver/@copy_on_read", Form.OnOff, Takes.Switch),
        new("driver.io", "driver/@io") { Aliases = ["io"] },
        new("driver.iothread", "driver/@iothread", Form.Whole),
        new("driver.queues", "driver/@queues", Form.Whole),
        new("driver.error_policy", "driver/@error_policy") { Aliases = ["error_policy"] },
        new("iotune.read_bytes_sec", "iotune/read_bytes_sec", Form.Whole) { Aliases = ["read_bytes_sec"] },
        new("iotune.write_bytes_sec", "iotune/write_bytes_sec", Form.Whole) { Aliases = ["write_bytes_sec"] },
        new("iotune.total_bytes_sec", "iotune/total_bytes_sec", Form.Whole) { Aliases = ["total_bytes_sec"] },
        new("iotune.read_iops_sec", "iotune/read_iops_sec", Form.Whole) { Aliases = ["read_iops_sec"] },
        new("iotune.write_iops_sec", "iotune/write_iops_sec", Form.Whole) { Aliases = ["write_iops_sec"] },
        new("iotune.total_iops_sec", "iotune/total_iops_sec", Form.Whole) { Aliases = ["total_iops_sec"] },
        new("blockio.logical_block_size", "blockio/@logical_block_size") { Aliases = ["logical_block_size"] },
        new("blockio.physical_block_size", "blockio/@physical_block_size") { Aliases = ["physical_block_size"] },
        new("geometry.cyls", "geometry/@cyls", Form.Whole),
        new("geometry.heads", "geometry/@heads", Form.Whole),
        new("geometry.secs", "geometry/@secs", Form.Whole),
        new("geometry.trans", "geometry/@trans"),
        new("source.reservations.managed", "source/reservations/@managed") { Aliases = ["reservations.managed"] },
        new("source.reservations.source.type", "source/reservations/source/@type")
        {
            Aliases = ["reservations.source.type"]
        },
        new("source.reservations.source.path", "source/reservations/source/@path")
        {
            Aliases = ["reservations.source.path"]
        },
        new("source.reservations.source.mode", "source/reservations/source/@mode")
        {
            Aliases = ["reservations.source.mode"]
        },
    ];
}
