using Lodge.Model.Domain;
using Lodge.Qemu.Probing;

namespace Lodge.Qemu.CommandLine;

/// <summary>What shutting down, sleeping and ACPI do.</summary>
internal static class PowerOptions
{
    public static void Add(CommandLineWriter writer)
    {
        var definition = writer.Definition;

        // QEMU stays until it is told to go, so that the reason can be asked; the rest is set over the monitor.
        writer.Command.Add("-no-shutdown");
        if (!definition.Features.Acpi && writer.Capabilities.Has(QemuCapability.NoAcpi)) writer.Command.Add("-no-acpi");
        AddSleep(writer, "disable_s3", definition.SuspendToMemory, QemuCapability.Ich9DisableS3);
        AddSleep(writer, "disable_s4", definition.SuspendToDisk, QemuCapability.Ich9DisableS4);
    }

    private static void AddSleep(CommandLineWriter writer, string property, bool? isOn, QemuCapability onQ35)
    {
        if (isOn is not { } on) return;
        var device = MachineFamily.IsQ35(writer.Definition) && writer.Capabilities.Has(onQ35)
            ? "ICH9-LPC"
            : "PIIX4_PM";
        writer.Command.Add("-global", $"{device}.{property}={(on ? 0 : 1)}");
    }
}
