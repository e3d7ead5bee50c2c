namespace Lodge.Host.Setup.Steps;

/// <summary>The account that guests run as, and the group whose members may manage them.</summary>
internal sealed class AccountStep : ISetupStep
{
    private const string Managers = "libvirt";
    private const string Devices = "kvm";

    public string Name => "accounts";

    public Task<IReadOnlyList<SetupChange>> FindAsync(SetupHost host, CancellationToken cancellation)
    {
        var changes = new List<SetupChange>();
        foreach (var group in (string[])[Managers, Devices])
        {
            if (!Has(host, "/etc/group", group))
            {
                changes.Add(new SetupChange(
                    $"make the group {group}",
                    [SetupCommand.Of("groupadd", "--system", group)],
                    [SetupCommand.Of("groupdel", "-f", group)]));
            }
        }

        if (!Has(host, "/etc/passwd", "libvirt-qemu") && !Has(host, "/etc/passwd", "qemu"))
        {
            var account = IsRedHat(host) ? "qemu" : "libvirt-qemu";
            changes.Add(new SetupChange(
                $"make the account {account}, as which guests run",
                [
                    SetupCommand.Of(
                        "useradd", "--system", "--user-group", "--groups", Devices, "--home-dir", "/var/lib/libvirt",
                        "--no-create-home", "--shell", "/usr/sbin/nologin", account),
                ],
                [SetupCommand.Of("userdel", account)]));
        }

        return Task.FromResult<IReadOnlyList<SetupChange>>(changes);
    }

    private static bool IsRedHat(SetupHost host) =>
        PackageFamily.Of(host.Files)?.Query.Program == "rpm";

    private static bool Has(SetupHost host, string file, string name) =>
        host.Files.Lines(file).Any(line => line.StartsWith(name + ":", StringComparison.Ordinal));
}
