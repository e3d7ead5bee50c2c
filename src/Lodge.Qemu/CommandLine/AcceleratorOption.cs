using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine;

/// <summary>What runs the guest's instructions.</summary>
internal static class AcceleratorOption
{
    private const int KibShift = 10;

    public static void Add(CommandLineWriter writer)
    {
        var features = writer.Definition.Features;
        writer.Command.Add("-accel", writer.Definition.Type switch
        {
            DomainType.Qemu => new OptionString("tcg")
                .Add("tb-size", features.TranslationCache == 0 ? null : (long)(features.TranslationCache >> KibShift)),
            DomainType.Kvm => new OptionString("kvm")
                .Add("dirty-ring-size", features.Kvm?["dirty-ring"] == true ? features.Kvm.DirtyRingSize : null),
            DomainType.Hvf => throw ConfigurationError.Unsupported(
                $"Emulator '{writer.Definition.Emulator}' does not support virt type 'hvf'"),
            var other => throw ConfigurationError.Internal(
                $"qemu emulator '{writer.Definition.Emulator}' does not support {other.ToXml()}"),
        });
        if (features.Tseg is { } bytes)
        {
            writer.Command.Add("-global", $"mch.extended-tseg-mbytes={bytes >> (2 * KibShift)}");
        }
    }
}
