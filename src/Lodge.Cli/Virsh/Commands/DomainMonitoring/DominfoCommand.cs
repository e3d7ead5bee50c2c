namespace Lodge.Cli.Virsh.Commands.DomainMonitoring;

/// <summary><c>virsh dominfo</c>: domain information.</summary>
internal static class DominfoCommand
{
    internal static Command Definition => new("dominfo", RunAsync)
    {
        Help = "domain information",
        Description = "Returns basic information about the domain.",
        Options =
        [
            Option.Domain(Completers.Domains()),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        shell.PrintField("Id:", domain.Id < 0 ? "-" : domain.Id);
        shell.PrintField("Name:", domain.Name);
        shell.PrintField("UUID:", domain.Uuid);
        if (await Answers.TryAsync(domain.GetOSTypeAsync()) is { } osType)
        {
            shell.PrintField("OS Type:", osType);
        }

        var failure = await PrintInfoAsync(shell, domain);
        var persistent = await Answers.TryFlagAsync(domain.IsPersistentAsync());
        shell.PrintField("Persistent:", Answers.YesNo(persistent));
        if (await Answers.TryFlagAsync(domain.GetAutostartAsync()) is { } autostart)
        {
            shell.PrintField("Autostart:", autostart ? "enable" : "disable");
        }

        shell.PrintField("Managed save:", Answers.YesNo(await Answers.TryFlagAsync(domain.HasManagedSaveImageAsync())));
        await PrintSecurityAsync(shell, domain);
        var messages = await Answers.TryAsync(domain.GetMessagesAsync()) ?? [];
        for (var i = 0; i < messages.Length; i++)
        {
            shell.PrintField(i == 0 ? "Messages:" : "", messages[i]);
        }

        if (failure is not null)
        {
            throw failure;
        }
    }

    private static async Task<VirException?> PrintInfoAsync(Shell shell, Domain domain)
    {
        try
        {
            var info = await domain.GetInfoAsync();
            shell.PrintField("State:", DomainStateText.Of(info.State));
            shell.PrintField("CPU(s):", info.NrVirtCpu);
            if (info.CpuTime != 0)
            {
                shell.PrintField("CPU time:", CpuTime.Seconds(info.CpuTime));
            }

            shell.PrintField("Max memory:", info.MaxMem == uint.MaxValue ? "no limit" : $"{info.MaxMem} KiB");
            shell.PrintField("Used memory:", $"{info.Memory} KiB");
            return null;
        }
        catch (VirException error)
        {
            return error;
        }
    }

    private static async Task PrintSecurityAsync(Shell shell, Domain domain)
    {
        SecurityModel model;
        try
        {
            model = await shell.Connection.GetNodeSecurityModelAsync();
        }
        catch (VirException error) when (error.Code == VirErrorNumber.VIR_ERR_NO_SUPPORT)
        {
            return;
        }

        if (model.Model.Length == 0)
        {
            return;
        }

        shell.PrintField("Security model:", model.Model);
        shell.PrintField("Security DOI:", model.Doi);
        var label = await domain.GetSecurityLabelAsync();
        if (label.Label.Length > 0)
        {
            shell.PrintField("Security label:", $"{label.Label} ({(label.Enforcing ? "enforcing" : "permissive")})");
        }
    }
}
