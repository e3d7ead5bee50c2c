using static Lodge.Qemu.Probing.QemuCapability;

namespace Lodge.Qemu.Probing.Rules;

/// <summary>Capabilities that are there when QEMU's interface has a path (QMP <c>query-qmp-schema</c>).</summary>
internal static class SchemaRules
{
    /// <summary>The rules, in no order that matters.</summary>
    internal static readonly (string Path, QemuCapability Capability)[] Table =
    [
        ("query-display-options/ret-type/+sdl", Sdl),
        ("chardev-add/arg-type/backend/+socket/data/reconnect", ChardevReconnect),
        ("nbd-server-start/arg-type/tls-creds", NbdTls),
        ("screendump/arg-type/device", ScreendumpDevice),
        ("query-display-options/ret-type/+egl-headless", EglHeadless),
        ("query-iothreads/ret-type/poll-max-ns", IothreadPolling),
        ("query-display-options/ret-type/+egl-headless/rendernode", EglHeadlessRendernode),
        ("nbd-server-add/arg-type/bitmap", NbdBitmap),
        ("blockdev-add/arg-type/+file/drop-cache", MigrationFileDropCache),
        ("blockdev-add/arg-type/+nvme", DriveNvme),
        ("query-hotpluggable-cpus/ret-type/props/die-id", SmpDies),
        ("query-named-block-nodes/arg-type/flat", QmpQueryNamedBlockNodesFlat),
        ("blockdev-snapshot/$allow-write-only-overlay", BlockdevSnapshotAllowWriteOnly),
        ("blockdev-add/arg-type/+file/aio/^io_uring", AioIoUring),
        ("set-numa-node/arg-type/+hmat-lb", NumaHmat),
        ("netdev_add/arg-type/+vhost-vdpa", NetdevVhostVdpa),
        ("migrate-set-parameters/arg-type/block-bitmap-mapping/bitmaps/transform", MigrationParamBlockBitmapMapping),
        ("object-add/arg-type/qom-type/^secret", ObjectJson),
        ("netdev_add/arg-type/type/^dgram", NetdevJson),
        ("blockdev-add/arg-type/+rbd/encrypt", RbdEncryption),
        ("object-add/arg-type/+sev-guest/kernel-hashes", SevGuestKernelHashes),
        ("device_add/$json-cli-hotplug", DeviceJson),
        ("calc-dirty-rate/arg-type/mode", DirtyrateMode),
        ("blockdev-add/arg-type/+nbd/tls-hostname", BlockdevNbdTlsHostname),
        ("chardev-add/arg-type/backend/+qemu-vdagent", ChardevQemuVdagent),
        ("query-display-options/ret-type/+dbus", DisplayDbus),
        ("object-add/arg-type/+iothread/thread-pool-max", IothreadThreadPoolMax),
        ("query-migrate/ret-type/blocked-reasons", MigrationBlockedReasons),
        ("screendump/arg-type/format/^png", ScreenshotFormatPng),
        ("netdev_add/arg-type/+stream", NetdevStream),
    ];
}
