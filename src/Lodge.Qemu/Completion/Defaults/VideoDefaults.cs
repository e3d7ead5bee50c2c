using System.Numerics;
using Lodge.Model.Domain;

namespace Lodge.Qemu.Completion.Defaults;

/// <summary>What a video device has without being told: its model, and its memory in KiB.</summary>
internal static class VideoDefaults
{
    private const uint QxlVgaMemory = 16 * 1024;
    private const uint QxlMemory = 64 * 1024;
    private const uint VgaMemory = 16 * 1024;

    public static void Apply(Video video, IMachineFacts facts)
    {
        if (video.Model == VideoModel.Default)
        {
            video.Model = facts.HasDevice("cirrus-vga") ? VideoModel.Cirrus
                : facts.HasDevice("VGA") ? VideoModel.Vga : VideoModel.Default;
        }

        if (video is { Model: VideoModel.Qxl, VgaMemory: 0 })
        {
            video.VgaMemory = QxlVgaMemory;
        }

        if (video is { Model: VideoModel.Qxl, Ram: 0 })
        {
            video.Ram = QxlMemory;
        }

        if (video.VideoRam == 0)
        {
            video.VideoRam = video.Model switch
            {
                VideoModel.Vga or VideoModel.Cirrus or VideoModel.Vmvga or VideoModel.Bochs => VgaMemory,
                VideoModel.Xen => 4 * 1024,
                VideoModel.Qxl => QxlMemory,
                _ => 0,
            };
        }

        video.Ram = RoundUp(video.Ram);
        video.VideoRam = RoundUp(video.VideoRam);
        video.VideoRam64 = RoundUp(video.VideoRam64);
        video.VgaMemory = RoundUp(video.VgaMemory);
    }

    private static uint RoundUp(uint value) => value == 0 ? 0 : BitOperations.RoundUpToPowerOf2(value);
}
