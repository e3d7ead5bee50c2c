using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>Devices through which a guest tells that its kernel has panicked.</summary>
internal static class Panics
{
    public static void Add(CommandLineWriter writer)
    {
        foreach (var panic in writer.Definition.Panics)
        {
            if (panic.Model != PanicModel.Isa) continue;

            // pvpanic alone calls its port "ioport".
            writer.AddDevice(QemuProperties.Device("pvpanic")
                .Add("ioport", panic.Address is IsaAddress isa ? isa.IoBase : (long?)null));
        }
    }
}
