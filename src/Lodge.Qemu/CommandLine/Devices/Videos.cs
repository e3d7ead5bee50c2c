using Lodge.Model.Domain;
using Lodge.Qemu.Probing;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>Graphics cards.</summary>
internal static class Videos
{
    private const uint KibPerMib = 1024;
    private const uint BytesPerKib = 1024;

    public static void Add(CommandLineWriter writer)
    {
        foreach (var video in writer.Definition.Videos)
        {
            if (video.Model == VideoModel.None) continue;
            if (video.Backend == VideoBackend.Vhostuser) AddVhostUserSocket(writer, video);
            writer.AddDevice(Properties(video, writer.Scope));
        }
    }

    private static void AddVhostUserSocket(CommandLineWriter writer, Video video)
    {
        var id = VhostUserCharacter(video);
        if (!writer.Context.Files.Has(GuestFiles.Socket(id)))
        {
            throw new Protocol.Errors.VirException(
                Protocol.Errors.VirErrorNumber.VIR_ERR_OPERATION_FAILED,
                Protocol.Errors.VirErrorDomain.VIR_FROM_QEMU,
                "Unable to find a satisfying vhost-user-gpu");
        }

        writer.AddCharacter(new CharacterSource { Type = CharacterSourceType.Unix }, id);
    }

    private static string VhostUserCharacter(Video video) => "chr-vu-" + video.Alias;

    private static QemuProperties Properties(Video video, GuestScope scope)
    {
        var isVhostUser = video.Backend == VideoBackend.Vhostuser;
        var properties = Driver(video, scope)
            .Add("id", video.Alias)
            .Add("virgl", !isVhostUser && video.Model == VideoModel.Virtio
                && scope.Capabilities.Has(QemuCapability.VirtioGpuVirgl)
                    ? video.Acceleration?.Accel3D
                    : null)
            .AddNonZero("max_outputs", video.Model is VideoModel.Qxl or VideoModel.Virtio ? video.Heads : 0);
        if (video.Model == VideoModel.Qxl)
        {
            AddQxlMemory(properties, video, scope.Capabilities);
        }
        else if (isVhostUser)
        {
            properties.Add("chardev", VhostUserCharacter(video));
        }
        else if (video.Model is VideoModel.Vga or VideoModel.Vmvga)
        {
            properties.AddNonZero("vgamem_mb", video.VideoRam / KibPerMib);
        }
        else if (video.Model == VideoModel.Bochs)
        {
            properties.AddNonZero("vgamem", (ulong)video.VideoRam * BytesPerKib);
        }

        return properties
            .AddNonZero("xres", video.ResolutionX)
            .AddNonZero("yres", video.ResolutionY)
            .AddAddress(video, scope);
    }

    private static void AddQxlMemory(QemuProperties properties, Video video, QemuCapabilities capabilities)
    {
        properties
            .AddNonZero("ram_size", (ulong)video.Ram * BytesPerKib)
            .AddNonZero("vram_size", (ulong)video.VideoRam * BytesPerKib);
        if (capabilities.Has(QemuCapability.QxlVram64))
        {
            properties.Add("vram64_size_mb", video.VideoRam64 / KibPerMib);
        }

        if (capabilities.Has(QemuCapability.QxlVgamem)) properties.Add("vgamem_mb", video.VgaMemory / KibPerMib);
    }

    private static QemuProperties Driver(Video video, GuestScope scope)
    {
        var isVga = video.Primary && HasVga(video, scope.Capabilities);
        if (video.Backend == VideoBackend.Vhostuser)
        {
            return isVga
                ? QemuProperties.Device("vhost-user-vga")
                : VirtioProperties.Start("vhost-user-gpu", video, null, video.Virtio, scope);
        }

        if (video.Model != VideoModel.Virtio) return QemuProperties.Device(PlainDriver(video, isVga));
        var isAccelerated = video.Acceleration?.Accel3D == true;
        if (!isVga)
        {
            var isGl = isAccelerated && scope.Capabilities.Has(QemuCapability.VirtioGpuGlPci);
            return VirtioProperties.Start(isGl ? "virtio-gpu-gl" : "virtio-gpu", video, null, video.Virtio, scope);
        }

        var isVgaGl = isAccelerated && scope.Capabilities.Has(QemuCapability.VirtioVgaGl);
        return QemuProperties.Device(isVgaGl ? "virtio-vga-gl" : "virtio-vga").AddVirtioOptions(video.Virtio);
    }

    private static bool HasVga(Video video, QemuCapabilities capabilities) => video.Model switch
    {
        VideoModel.Virtio when video.Backend == VideoBackend.Vhostuser =>
            capabilities.Has(QemuCapability.DeviceVhostUserVga),
        VideoModel.Virtio => capabilities.Has(QemuCapability.DeviceVirtioVga),
        _ => true,
    };

    private static string PlainDriver(Video video, bool isVga) => (video.Model, isVga) switch
    {
        (VideoModel.Vga, true) => "VGA",
        (VideoModel.Cirrus, true) => "cirrus-vga",
        (VideoModel.Vmvga, true) => "vmware-svga",
        (VideoModel.Qxl, true) => "qxl-vga",
        (VideoModel.Bochs, true) => "bochs-display",
        (VideoModel.Ramfb, true) => "ramfb",
        (VideoModel.Qxl, false) => "qxl",
        _ => throw ConfigurationError.Internal($"invalid model for video type '{video.Model.ToXml()}'"),
    };
}
