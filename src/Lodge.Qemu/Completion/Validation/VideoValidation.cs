using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Probing;
using static Lodge.Qemu.Completion.Refusal;

namespace Lodge.Qemu.Completion.Validation;

/// <summary>Video adapters: which exist, and which options each takes.</summary>
internal static class VideoValidation
{
    private const uint Mebibyte = 1024;

    public static VirException? Find(DomainDefinition domain, Video video) =>
        video.Model == VideoModel.Default ? Domain(VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
            "missing video model and cannot determine default")
        : domain.Videos.Count > 1 && domain.Videos.Exists(other => other.Model == VideoModel.None) ? DomainUnsupported(
            "a 'none' video type must be the only video device defined for the domain")
        : video.Backend == VideoBackend.Vhostuser && video.Model != VideoModel.Virtio
            ? DomainUnsupported("'vhostuser' driver is only supported with 'virtio' device")
        : video.Backend != VideoBackend.Vhostuser && video.Acceleration?.RenderNode is not null
            ? DomainUnsupported("unsupported rendernode accel attribute without 'vhostuser'")
        : video.ResolutionX == 0 || video.ResolutionY == 0
            ? DomainUnsupported("video resolution values must be greater than 0")
        : FindMemory(video)
            ?? (video.Model == VideoModel.Ramfb && video.Address is not null
                ? DomainUnsupported("address not supported for video type ramfb") : null)
            ?? (video.Model != VideoModel.Virtio ? VirtioOptionValidation.FindAny(video.Virtio) : null);

    public static VirException? FindQemu(Video video, IMachineFacts facts) =>
        video.Model == VideoModel.None ? null
        : !IsSupported(video.Model, facts)
            ? Unsupported($"domain configuration does not support video model '{video.Model.ToXml()}'")
        : FindHeads(video)
            ?? (video.Acceleration?.Accel2D == true
                ? Unsupported("qemu does not support the accel2d setting") : null)
            ?? FindSizes(video) ?? FindAcceleration(video, facts);

    private static VirException? FindMemory(Video video) => video switch
    {
        { Model: VideoModel.Qxl } => null,
        { Ram: not 0 } => DomainUnsupported("ram attribute only supported for video type qxl"),
        { VideoRam64: not 0 } => DomainUnsupported("vram64 attribute only supported for video type qxl"),
        { VgaMemory: not 0 } => DomainUnsupported("vgamem attribute only supported for video type qxl"),
        _ => null,
    };

    private static bool IsSupported(VideoModel model, IMachineFacts facts) => model switch
    {
        VideoModel.Vga => facts.Has(QemuCapability.DeviceVga),
        VideoModel.Cirrus => facts.Has(QemuCapability.DeviceCirrusVga),
        VideoModel.Vmvga => facts.Has(QemuCapability.DeviceVmwareSvga),
        VideoModel.Qxl => facts.Has(QemuCapability.DeviceQxl),
        VideoModel.Virtio => facts.Has(QemuCapability.DeviceVirtioGpu),
        VideoModel.Bochs => facts.Has(QemuCapability.DeviceBochsDisplay),
        VideoModel.Ramfb => facts.Has(QemuCapability.DeviceRamfb),
        _ => false,
    };

    private static VirException? FindHeads(Video video) =>
        video.Model is VideoModel.Qxl or VideoModel.Virtio ? null
        : !video.Primary ? Unsupported($"video type '{video.Model.ToXml()}' is only valid as primary video device")
        : video.Heads != 1 ? Unsupported($"video type '{video.Model.ToXml()}' doesn't support multiple 'heads'")
        : null;

    private static VirException? FindSizes(Video video) => video switch
    {
        { Model: VideoModel.Qxl, VideoRam: > uint.MaxValue / 1024 } => Overflow("vram"),
        { Model: VideoModel.Qxl, Ram: > uint.MaxValue / 1024 } => Overflow("ram"),
        { Model: VideoModel.Qxl, VgaMemory: > 0 and < Mebibyte } =>
            Unsupported("value for 'vgamem' must be at least 1 MiB (1024 KiB)"),
        { Model: VideoModel.Qxl, VgaMemory: > 0 } when !System.Numerics.BitOperations.IsPow2(video.VgaMemory) =>
            Unsupported("value for 'vgamem' must be power of two"),
        { Model: not (VideoModel.Vga or VideoModel.Qxl or VideoModel.Virtio or VideoModel.Bochs),
            ResolutionX: not null } =>
            Xml("model resolution is not supported"),
        { Model: VideoModel.Vga or VideoModel.Vmvga, VideoRam: > 0 and < Mebibyte } =>
            Unsupported("value for 'vram' must be at least 1 MiB (1024 KiB)"),
        _ => null,
    };

    private static VirException? FindAcceleration(Video video, IMachineFacts facts) =>
        video.Backend == VideoBackend.Vhostuser
            ? facts.Has(QemuCapability.DeviceVhostUserGpu) ? null
                : Unsupported("this QEMU does not support 'vhost-user' video device")
        : video.Acceleration?.Accel3D != true ? null
        : video.Model != VideoModel.Virtio
            ? Unsupported("3d acceleration is supported only with 'virtio' video device")
        : !facts.Has(QemuCapability.VirtioGpuVirgl) && !facts.Has(QemuCapability.VirtioGpuGlPci)
            && !facts.Has(QemuCapability.VirtioVgaGl)
            ? Unsupported("3d acceleration is not supported by this QEMU binary")
        : null;

    private static VirException Overflow(string attribute) => new(VirErrorNumber.VIR_ERR_OVERFLOW,
        VirErrorDomain.VIR_FROM_QEMU, $"value for '{attribute}' must be less than '{uint.MaxValue / 1024}'");
}
