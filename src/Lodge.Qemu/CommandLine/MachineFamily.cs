using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine;

/// <summary>Which chipset a guest has, by the name of its machine type.</summary>
internal static class MachineFamily
{
    public static bool IsQ35(DomainDefinition definition) => IsQ35(definition.Os.Machine);

    public static bool IsQ35(string? machine) =>
        machine == "q35" || machine?.StartsWith("pc-q35", StringComparison.Ordinal) == true;

    public static bool IsI440fx(DomainDefinition definition) => definition.Os.Machine is { } machine
        && (machine == "pc"
            || machine.StartsWith("pc-0.", StringComparison.Ordinal)
            || machine.StartsWith("pc-1.", StringComparison.Ordinal)
            || machine.StartsWith("pc-i440fx-", StringComparison.Ordinal)
            || machine.StartsWith("rhel", StringComparison.Ordinal));

    public static bool HasBuiltinIde(DomainDefinition definition) => IsI440fx(definition);

    /// <summary>Whether the chipset has a floppy controller only where one is asked for.</summary>
    public static bool NeedsFloppyController(DomainDefinition definition) => IsQ35(definition);
}
