using Lodge.Host.Accounts;
using Lodge.Security;
using Lodge.Security.Dac;

namespace Lodge.Daemon.Config;

/// <summary>What the administrator set for all guests in <c>qemu.conf</c>; names and defaults are libvirt's.</summary>
internal sealed record QemuConfiguration
{
    // What distributions call the account of guests: Debian, then Fedora and its kin.
    private static readonly (string User, string Group)[] UsualAccounts =
        [("libvirt-qemu", "libvirt-qemu"), ("qemu", "qemu")];

    private const string TpmPrograms = "tss";

    /// <summary>The account that guests run as (<c>user</c>, <c>group</c>); null where the host has none.</summary>
    public Ownership? Account { get; init; }

    /// <summary>
    /// The account that the programs behind emulated TPMs run as (<c>swtpm_user</c>, <c>swtpm_group</c>); null where it
    /// is the daemon's own.
    /// </summary>
    public Ownership? TpmAccount { get; init; }

    /// <summary>Whether guests' files are given to that account (<c>dynamic_ownership</c>).</summary>
    public bool DynamicOwnership { get; init; } = true;

    /// <summary>Whether the owner before is kept with a file (<c>remember_owner</c>).</summary>
    public bool RememberOwner { get; init; } = true;

    /// <summary>The drivers of labels to use (<c>security_driver</c>); empty for what the host has.</summary>
    public IReadOnlyList<string> SecurityDrivers { get; init; } = [];

    /// <summary>Which guests must be kept apart (<c>security_default_confined</c>,
    /// <c>security_require_confined</c>).</summary>
    public ConfinementRules Confinement { get; init; } = new();

    /// <summary>How saved guests are compressed (<c>save_image_format</c>).</summary>
    public string? SaveImageFormat { get; init; }

    /// <summary>How core dumps are compressed (<c>dump_image_format</c>).</summary>
    public string? DumpImageFormat { get; init; }

    /// <summary>How the memory of snapshots is compressed (<c>snapshot_image_format</c>).</summary>
    public string? SnapshotImageFormat { get; init; }

    /// <summary>Reads the file; one that is not there sets nothing.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="isSession">Whether the daemon is a user's own, whose guests run as that user.</param>
    /// <exception cref="FormatException">A setting is wrong, or names an account that is not there.</exception>
    public static QemuConfiguration Read(string path, bool isSession)
    {
        var file = ConfigurationFile.Read(path);
        return new QemuConfiguration
        {
            Account = isSession ? null : FindAccount(file.Text("user"), file.Text("group")),
            TpmAccount = isSession ? null : FindTpmAccount(file.Text("swtpm_user"), file.Text("swtpm_group")),
            DynamicOwnership = file.Number("dynamic_ownership") != 0,
            RememberOwner = (file.Number("remember_owner") ?? (isSession ? 0 : 1)) != 0,
            SecurityDrivers = file.Texts("security_driver"),
            Confinement = new ConfinementRules
            {
                IsDefault = file.Number("security_default_confined") != 0,
                IsRequired = file.Number("security_require_confined") is > 0,
            },
            SaveImageFormat = file.Text("save_image_format"),
            DumpImageFormat = file.Text("dump_image_format"),
            SnapshotImageFormat = file.Text("snapshot_image_format"),
        };
    }

    private static Ownership? FindAccount(string? user, string? group)
    {
        if (user is not null || group is not null)
        {
            var (usualUser, usualGroup) = UsualAccounts[0];
            return Parse($"{user ?? usualUser}:{group ?? usualGroup}");
        }

        foreach (var (name, groupName) in UsualAccounts)
        {
            if (AccountNames.UserNumber(name) is { } userId && AccountNames.GroupNumber(groupName) is { } groupId)
            {
                return new Ownership(userId, groupId);
            }
        }

        return null;
    }

    // As libvirt: what TPM programs are called where there are any, else the daemon's own account.
    private static Ownership? FindTpmAccount(string? user, string? group)
    {
        if (user is not null || group is not null)
            return Parse($"{user ?? TpmPrograms}:{group ?? TpmPrograms}");
        var (userId, groupId) = (AccountNames.UserNumber(TpmPrograms), AccountNames.GroupNumber(TpmPrograms));
        return userId is not null && groupId is not null ? new Ownership(userId.Value, groupId.Value) : null;
    }

    private static Ownership Parse(string account)
    {
        try
        {
            return Ownership.Parse(account);
        }
        catch (Protocol.Errors.VirException none)
        {
            throw new FormatException($"qemu.conf names an account that is not there: {none.Message}", none);
        }
    }
}
