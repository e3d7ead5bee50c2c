using Lodge.Security.Dac;
using Lodge.Security.Selinux;

namespace Lodge.Security;

/// <summary>Which drivers a host's guests are kept apart by.</summary>
public sealed record SecurityChoice
{
    private const string None = "none";

    /// <summary>The drivers of labels that the administrator named (<c>security_driver</c>); none for what the host
    /// has.</summary>
    public IReadOnlyList<string> Named { get; init; } = [];

    /// <summary>How files are given away; null where guests run as the daemon's own user.</summary>
    public DacSettings? Dac { get; init; }

    /// <summary>How files are labelled.</summary>
    public SelinuxSettings Selinux { get; init; } = new();

    /// <summary>Which guests must be kept apart.</summary>
    public ConfinementRules Rules { get; init; } = new();

    /// <summary>Makes the drivers.</summary>
    /// <param name="selinux">The host's SELinux.</param>
    /// <exception cref="FormatException">A driver was named that the host does not have.</exception>
    public SecurityStack Build(ISelinux selinux)
    {
        ArgumentNullException.ThrowIfNull(selinux);
        var drivers = new List<ISecurityDriver>();
        foreach (var name in Named)
        {
            Check(name, selinux);
        }

        if (Named.Contains(SelinuxDriver.Name) || (Named.Count == 0 && selinux.IsEnabled))
        {
            drivers.Add(new SelinuxDriver(selinux, Selinux));
        }

        if (Dac is not null)
        {
            drivers.Add(new DacDriver(Dac));
        }

        return new SecurityStack(drivers, Rules);
    }

    private static void Check(string name, ISelinux selinux)
    {
        var wrong = name switch
        {
            SelinuxDriver.Name => selinux.IsEnabled ? null : "Security driver selinux not enabled",
            None or DacDriver.Name => null,
            "apparmor" => "Security driver apparmor not enabled: Lodge has no profiles for AppArmor",
            _ => $"Security driver {name} not found",
        };
        if (wrong is not null)
        {
            throw new FormatException($"qemu.conf: security_driver: {wrong}");
        }
    }
}
