namespace Lodge.Model.Domain;

/// <summary>Each device: its kind, its model, and what of it a guest sees.</summary>
public static partial class AbiStability
{
    private static void CheckDevices(DomainDefinition source, DomainDefinition target)
    {
        Each("disk", source.Disks, target.Disks, CheckDisk);
        Each("controller", source.Controllers, target.Controllers, CheckController);
        Each("filesystem", source.Filesystems, target.Filesystems, CheckFilesystem);
        Each("net card", source.Interfaces, target.Interfaces, CheckCard);
        Each("input device", source.Inputs, target.Inputs, CheckInput);
        Each("sound card", source.Sounds, target.Sounds, static (one, other) =>
            Same("Target sound card model {0} does not match source {1}", one.Model.ToXml(), other.Model.ToXml()));
        Each("video card", source.Videos, target.Videos, CheckVideo);
        Each("host device", source.Hostdevs, target.Hostdevs, CheckHostDevice);
        Each("smartcard", source.Smartcards, target.Smartcards, static (_, _) => { });
        Each("serial port", source.Serials, target.Serials, CheckSerial);
        Each("parallel port", source.Parallels, target.Parallels, static (one, other) =>
            Same("Target parallel port {0} does not match source {1}", one.Port, other.Port));
        Each("channel", source.Channels, target.Channels, CheckChannel);
        Each("console", source.Consoles, target.Consoles, static (one, other) => Same(
            "Target console type {0} does not match source {1}", one.TargetType.ToXml(), other.TargetType.ToXml()));
        Each("hub device", source.Hubs, target.Hubs, static (one, other) =>
            Same("Target hub device type {0} does not match source {1}", one.Type.ToXml(), other.Type.ToXml()));
        Each("redirected devices", source.Redirdevs, target.Redirdevs, CheckRedirected);
        CheckRedirectionFilter(source.RedirFilter, target.RedirFilter);
        Single("watchdog", source.Watchdog, target.Watchdog, static (one, other) =>
            Same("Target watchdog model {0} does not match source {1}", one.Model.ToXml(), other.Model.ToXml()));
        Single("memory balloon", source.Memballoon, target.Memballoon, CheckBalloon);
        Each("RNG device", source.Rngs, target.Rngs, static (one, other) =>
        {
            Same("Target RNG model '{0}' does not match source '{1}'", one.Model.ToXml(), other.Model.ToXml());
            CheckVirtio(one.Virtio, other.Virtio);
        });
        Each("panic device", source.Panics, target.Panics, static (one, other) =>
            Same("Target panic model '{0}' does not match source '{1}'", one.Model.ToXml(), other.Model.ToXml()));
        Each("shared memory device", source.Shmems, target.Shmems, CheckSharedMemory);
        Each("TPM device", source.Tpms, target.Tpms, CheckTpm);
        Each("memory device", source.MemoryDevices, target.MemoryDevices, CheckMemoryDevice);
        Single("IOMMU device", source.Iommu, target.Iommu, CheckIommu);
        Single("vsock device", source.Vsock, target.Vsock, static (one, other) =>
        {
            Same("Target domain vsock device model '{0}' does not match source '{1}'",
                one.Model.ToXml(), other.Model.ToXml());
            CheckVirtio(one.Virtio, other.Virtio);
        });
    }

    private static void CheckDisk(Disk source, Disk target)
    {
        Same("Target disk device {0} does not match source {1}", source.Kind.ToXml(), target.Kind.ToXml());
        Same("Target disk bus {0} does not match source {1}", source.Bus.ToXml(), target.Bus.ToXml());
        Same("Target disk {0} does not match source {1}", source.Target, target.Target);
        Same("Target disk serial {0} does not match source {1}", source.Serial ?? "<null>", target.Serial ?? "<null>");
        Same("Target disk wwn '{0}' does not match source '{1}'", source.Wwn ?? "<null>", target.Wwn ?? "<null>");
        Agree(source.Readonly == target.Readonly, "Target disk access mode does not match source");
        Same("Target disk model {0} does not match source {1}", source.Model.ToXml(), target.Model.ToXml());
        Same("Target disk rotation rate {0} RPM does not match source {1} RPM", source.RotationRate,
            target.RotationRate);
        Same("Target disk queue count {0} does not match source {1}", source.Driver.Queues, target.Driver.Queues);
        Same("Target disk queue size {0} does not match source {1}", source.Driver.QueueSize, target.Driver.QueueSize);
        CheckVirtio(source.Driver.Virtio, target.Driver.Virtio);
    }

    private static void CheckController(Controller source, Controller target)
    {
        Same("Target controller type {0} does not match source {1}", source.Type.ToXml(), target.Type.ToXml());
        Same("Target controller index {0} does not match source {1}", source.Index, target.Index);
        Same("Target controller model {0} does not match source {1}", source.Model, target.Model);
        if (source.Type is ControllerType.VirtioSerial or ControllerType.Usb)
        {
            Same("Target controller ports {0} does not match source {1}", source.Ports, target.Ports);
        }

        if (source.Type == ControllerType.VirtioSerial)
        {
            Same("Target controller vectors {0} does not match source {1}", source.Vectors, target.Vectors);
        }

        CheckVirtio(source.Virtio, target.Virtio);
    }

    private static void CheckFilesystem(Filesystem source, Filesystem target)
    {
        Same("Target filesystem guest target {0} does not match source {1}", source.Target, target.Target);
        Agree(source.Readonly == target.Readonly, "Target filesystem access mode does not match source");
        Agree(source.Model == target.Model, "Target filesystem model does not match source");
        CheckVirtio(source.Virtio, target.Virtio);
    }

    private static void CheckCard(Interface source, Interface target)
    {
        Same("Target network card mac {0} does not match source {1}", source.Mac, target.Mac);
        Same("Target network card model {0} does not match source {1}", source.Model
            ?? "<null>", target.Model ?? "<null>");
        Same("Target network card MTU {0} does not match source {1}", source.Mtu, target.Mtu);
        CheckVirtio(source.Virtio, target.Virtio);
    }

    private static void CheckInput(Input source, Input target)
    {
        Same("Target input device type {0} does not match source {1}", source.Type.ToXml(), target.Type.ToXml());
        Same("Target input device bus {0} does not match source {1}", source.Bus.ToXml(), target.Bus.ToXml());
        Same("Target input model {0} does not match source {1}", source.Model.ToXml(), target.Model.ToXml());
        CheckVirtio(source.Virtio, target.Virtio);
    }

    private static void CheckVideo(Video source, Video target)
    {
        Same("Target video card model {0} does not match source {1}", source.Model.ToXml(), target.Model.ToXml());
        Same("Target video card ram {0} does not match source {1}", source.Ram, target.Ram);
        Same("Target video card vram {0} does not match source {1}", source.VideoRam, target.VideoRam);
        Same("Target video card vram64 {0} does not match source {1}", source.VideoRam64, target.VideoRam64);
        Same("Target video card vgamem {0} does not match source {1}", source.VgaMemory, target.VgaMemory);
        Same("Target video card heads {0} does not match source {1}", source.Heads, target.Heads);
        var (here, there) = (source.Acceleration, target.Acceleration);
        Agree(here is null == there is null, "Target video card acceleration does not match source");
        Same("Target video card 2d accel {0} does not match source {1}", here?.Accel2D, there?.Accel2D);
        Same("Target video card 3d accel {0} does not match source {1}", here?.Accel3D, there?.Accel3D);
        CheckVirtio(source.Virtio, target.Virtio);
    }

    private static void CheckHostDevice(Hostdev source, Hostdev target)
    {
        Same("Target host device mode {0} does not match source {1}", source.Mode.ToXml(), target.Mode.ToXml());
        if (source.Mode == HostdevMode.Subsystem)
        {
            Same(
                "Target host device subsystem {0} does not match source {1}", source.Type.ToXml(), target.Type.ToXml());
        }
    }

    private static void Each<T>(string what, List<T> source, List<T> target, Action<T, T> check)
        where T : Device
    {
        Count(what, source.Count, target.Count);
        foreach (var (one, other) in source.Zip(target))
        {
            check(one, other);
            CheckPlace(one, other);
        }
    }

    private static void Single<T>(string what, T? source, T? target, Action<T, T> check)
        where T : Device
    {
        Count(what, source is null ? 0 : 1, target is null ? 0 : 1);
        if (source is not null && target is not null)
        {
            check(source, target);
            CheckPlace(source, target);
        }
    }
}
