using Lodge.Install.Drafts;

namespace Lodge.Install.Facts;

/// <summary>What a host says of the guests of one architecture and type of domain.</summary>
internal sealed class GuestCapabilities
{
    private readonly DraftNode _guest;
    private readonly DraftNode _domain;

    internal GuestCapabilities(DraftNode guest, DraftNode domain) => (_guest, _domain) = (guest, domain);

    /// <summary>Type of domain (<c>kvm</c>, <c>qemu</c>).</summary>
    public string? Type => _domain.Get("@type");

    /// <summary>Kind of virtualization (<c>hvm</c>).</summary>
    public string? OsType => _guest.Get("os_type");

    /// <summary>Architecture of the guest.</summary>
    public string? Architecture => _guest.Get("arch/@name");

    /// <summary>The firmware that such guests need.</summary>
    public string? Loader => _guest.Get("arch/loader");

    /// <summary>The program that runs them.</summary>
    public string? Emulator => _domain.Get("emulator") ?? _guest.Get("arch/emulator");

    /// <summary>Their types of machine with the names that those stand for, the default first.</summary>
    public IReadOnlyList<string> Machines => field ??= NamesOf(_guest, _domain);

    /// <summary>Names that stand for a type of machine of a version (<c>q35</c>).</summary>
    public IEnumerable<string> MachineAliases =>
        Nodes(_guest, _domain).Where(node => node.Get("@canonical") is not null).Select(node => node.Get(".") ?? "");

    /// <summary>Whether they have ACPI unless it is taken away.</summary>
    public bool HasAcpi => _guest.Get("features/acpi/@default") == "on";

    /// <summary>Whether they have an APIC unless it is taken away.</summary>
    public bool HasApic => _guest.Get("features/apic/@default") == "on";

    /// <summary>Whether they may have PAE.</summary>
    public bool HasPae => _guest.Has("features/pae");

    /// <summary>The names of machines of a type of domain, each version after the name that stands for it.</summary>
    internal static List<string> NamesOf(DraftNode guest, DraftNode domain)
    {
        var names = new List<string>();
        foreach (var machine in Nodes(guest, domain))
        {
            names.Add(machine.Get(".") ?? "");
            if (machine.Get("@canonical") is { } version && !names.Contains(version)) names.Add(version);
        }

        return names;
    }

    private static IEnumerable<DraftNode> Nodes(DraftNode guest, DraftNode domain) =>
        domain.All("machine").Any() ? domain.All("machine") : guest.All("arch/machine");
}
