using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Limits of the memory of the guest's process, in KiB (<c>&lt;memtune&gt;</c>); null for no limit.</summary>
public sealed class MemoryTune
{
    /// <summary>libvirt's VIR_DOMAIN_MEMORY_PARAM_UNLIMITED: this and more is no limit.</summary>
    public const ulong Unlimited = 9007199254740991;

    /// <summary>Most memory.</summary>
    public ulong? HardLimit { get; set; }

    /// <summary>Most memory while the host is short of it.</summary>
    public ulong? SoftLimit { get; set; }

    /// <summary>Memory that is sure.</summary>
    public ulong? MinimumGuarantee { get; set; }

    /// <summary>Most memory and swap.</summary>
    public ulong? SwapHardLimit { get; set; }

    internal static MemoryTune Parse(Element? element) => new()
    {
        HardLimit = Limit(element, "hard_limit"),
        SoftLimit = Limit(element, "soft_limit"),
        MinimumGuarantee = element?.ChildKibibytes("min_guarantee") is { } sure and > 0 ? sure : null,
        SwapHardLimit = Limit(element, "swap_hard_limit"),
    };

    internal void Format(XmlOutput output) => output.Start("memtune").Kibibytes("hard_limit", HardLimit)
        .Kibibytes("soft_limit", SoftLimit).Kibibytes("min_guarantee", MinimumGuarantee)
        .Kibibytes("swap_hard_limit", SwapHardLimit).EndUnlessEmpty();

    private static ulong? Limit(Element? element, string name) =>
        element?.ChildBytes(name, 1024) is { } bytes
            && (bytes + 1023) / 1024 < Unlimited ? (bytes + 1023) / 1024 : null;
}
