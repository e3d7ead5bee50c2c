using Lodge.Install.Drafts;
using Lodge.Install.Options;
using Lodge.Install.Os;

namespace Lodge.Install.Defaults;

/// <summary>Models of graphics cards.</summary>
internal static class VideoDefaults
{
    private const string Virtio = "virtio";

    /// <summary>Completes a graphics card.</summary>
    public static void Complete(GuestPlan plan, Draft video)
    {
        video["model/@type"] ??= Model(plan);
        if (video["model/@type"] == Virtio && plan.HasOpenGl) video["model/acceleration/@accel3d"] = "yes";
    }

    private static string? Model(GuestPlan plan)
    {
        if (!plan.IsHvm) return null;
        if (plan.IsPseries) return "vga";
        if (plan.IsArmVirt || plan.IsRiscVirt || (plan.IsS390 && plan.IsQemu)) return Virtio;
        if (plan.HasSpice && plan.HasOpenGl) return Virtio;
        var models = plan.DomainCapabilities.VideoModels;
        if (models?.Contains(Virtio) == true && plan.Os.Supports(OsCapability.VirtioGpu)) return Virtio;
        // QXL is better than the plain one with SPICE alone.
        var hasQxl = models is null ? DisplayDefaults.HasSpice(plan) : models.Contains("qxl");
        if (plan.IsX86 && plan.HasSpice && hasQxl) return "qxl";
        return plan.IsUefi && models?.Contains("bochs") == true ? "bochs" : "vga";
    }
}
