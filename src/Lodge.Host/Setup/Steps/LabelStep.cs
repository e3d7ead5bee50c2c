namespace Lodge.Host.Setup.Steps;

/// <summary>
/// The daemon's label of SELinux: with that of libvirt's daemon the policy lets it start guests that are confined.
/// </summary>
internal sealed class LabelStep : ISetupStep
{
    private const string Program = "/usr/sbin/lodged";
    private const string Type = "virtd_exec_t";

    public string Name => "labels";

    public async Task<IReadOnlyList<SetupChange>> FindAsync(SetupHost host, CancellationToken cancellation)
    {
        if (!host.Files.Exists("/sys/fs/selinux/enforce") || !host.Has("semanage"))
        {
            return [];
        }

        var rules = await host.RunAsync(SetupCommand.Of("semanage", "fcontext", "-l", "-C"), cancellation);
        return rules.Output.Contains(Program, StringComparison.Ordinal)
            ? []
            :
            [
                new SetupChange(
                    $"give {Program} the label {Type}",
                    [
                        SetupCommand.Of("semanage", "fcontext", "-a", "-t", Type, Program),
                        SetupCommand.Of("restorecon", "-v", "-i", Program),
                    ],
                    [
                        SetupCommand.Of("semanage", "fcontext", "-d", Program),
                        SetupCommand.Of("restorecon", "-i", Program),
                    ]),
            ];
    }
}
