using Lodge.Install.Flow;

namespace Lodge.Cli.VirtInstall;

/// <summary>One installation from the start of the guest to the end of the program.</summary>
/// <param name="parsed">The command line.</param>
/// <param name="report">Hears how it goes.</param>
/// <param name="connection">The host.</param>
/// <param name="prepared">The guest.</param>
internal sealed class GuestInstall(
    ParsedArguments parsed, ToolReport report, LibvirtConnection connection, PreparedInstall prepared)
{
    private const string TextWarning =
        "CDROM media does not print to the text console by default, so you likely will not see text install output. "
        + "You might want to use --location. See the man page for examples of using --location with CDROM media";

    private static readonly TimeSpan s_afterConsole = TimeSpan.FromSeconds(2);

    private readonly bool _isTransient = parsed.Has("--transient");
    private readonly bool _isDestroyed = parsed.Has("--destroy-on-exit");

    /// <summary>Runs it.</summary>
    /// <returns>The exit status.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var console = ConsoleChoices.Of(parsed["--autoconsole"], prepared, report);
        if (prepared.Method.Cdrom is not null && console == ConsoleChoice.Text) report.Warn(TextWarning);
        var wait = Wait(console);
        var start = TimeProvider.System.GetTimestamp();
        report.Print("\nStarting install...");
        if (prepared.Unattended?.RootPassword is { } password) await ShowAsync(password, cancellation);
        Domain domain;
        try
        {
            var options = new StartOptions(!parsed.Has("--noreboot"), _isTransient, parsed.Has("--autostart"));
            domain = await new InstallRun(prepared, report, VirtInstallProgram.Meter(report))
                .StartAsync(connection, options, cancellation);
        }
        catch (Exception failed) when (Tool.IsExpected(failed))
        {
            return Failed(failed);
        }
        catch (OperationCanceledException)
        {
            report.PrintError("Domain install interrupted.");
            throw;
        }

        try
        {
            return await AttendAsync(domain, console, wait, start, cancellation);
        }
        catch (OperationCanceledException)
        {
            report.PrintError("Domain install interrupted.");
            throw;
        }
        finally
        {
            if (_isDestroyed) await DestroyAsync(domain);
        }
    }

    // Null where nobody asked to wait, less than zero for as long as it takes.
    private long? Wait(ConsoleChoice console)
    {
        if (parsed["--wait"] is { } minutes) return long.Parse(minutes, CultureInfo.InvariantCulture);
        if (console != ConsoleChoice.None || parsed["--autoconsole"] is not (null or "default")) return null;
        report.Warn("No console to launch for the guest, defaulting to --wait -1");
        return -1;
    }

    private async Task<int> AttendAsync(
        Domain domain, ConsoleChoice console, long? wait, long start, CancellationToken cancellation)
    {
        await using var watch = await GuestWatch.BeginAsync(domain, cancellation);
        await JoinAsync(domain, console, wait is null, cancellation);
        // Whoever closes a console because the guest is off sees it go a moment before the server says so.
        var moment = console == ConsoleChoice.None ? TimeSpan.Zero : s_afterConsole;
        if (!await watch.StoppedAsync(moment, cancellation))
        {
            const string Running = "\nDomain is still running. Installation may be in progress.";
            if (wait is null)
            {
                if (prepared.Method.HasInstallPhase)
                {
                    await ServeAsync(watch, cancellation);
                    report.Print(Running + "\nYou can reconnect to the console to complete the installation process.");
                    return 0;
                }
            }
            else if (!await WaitAsync(watch, wait.Value, start, Running, cancellation))
            {
                report.Print("Installation has exceeded specified time limit. Exiting application.");
                return 1;
            }
        }

        return await FinishAsync(domain, console, cancellation);
    }

    // Whoever leaves the guest to itself waits until it has its kickstart.
    private async Task ServeAsync(GuestWatch watch, CancellationToken cancellation)
    {
        if (prepared.Server is not { Served.IsCompleted: false } server) return;
        report.Print("Waiting for the installer to take its kickstart.");
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(server.Served, watch.StoppedAsync(null, over.Token));
        await over.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    private async Task<bool> WaitAsync(
        GuestWatch watch, long minutes, long start, string running, CancellationToken cancellation)
    {
        report.Print(running);
        report.Print(minutes < 0
            ? "Waiting for the installation to complete."
            : $"Waiting {minutes} {(minutes == 1 ? "minute" : "minutes")} for the installation to complete.");
        TimeSpan? left = null;
        if (minutes >= 0) left = TimeSpan.FromMinutes(minutes) - TimeProvider.System.GetElapsedTime(start);
        if (!await watch.StoppedAsync(left < TimeSpan.Zero ? TimeSpan.Zero : left, cancellation)) return false;
        report.Print("Domain has shutdown. Continuing.");
        return true;
    }

    private async Task<int> FinishAsync(Domain domain, ConsoleChoice console, CancellationToken cancellation)
    {
        report.Print("Domain creation completed.");
        if (_isTransient || await GuestWatch.IsActiveAsync(domain)) return 0;
        if (parsed.Has("--noreboot") || !prepared.Method.HasInstallPhase)
        {
            report.Print($"You can restart your domain by running:\n  {StartCommand}");
            return 0;
        }

        var (state, reason) = await domain.GetStateAsync(cancellationToken: cancellation);
        if (state == VirDomainState.VIR_DOMAIN_CRASHED) throw new InstallFailure("Domain has crashed.");
        if (!_isDestroyed && (VirDomainShutoffReason)reason is VirDomainShutoffReason.VIR_DOMAIN_SHUTOFF_DESTROYED
            or VirDomainShutoffReason.VIR_DOMAIN_SHUTOFF_SAVED)
        {
            report.Print("User stopped the VM. Not rebooting.");
            return 0;
        }

        report.Print("Restarting guest.");
        await domain.CreateAsync(cancellation);
        await JoinAsync(domain, console, isWaited: true, cancellation);
        return 0;
    }

    private async Task JoinAsync(Domain domain, ConsoleChoice choice, bool isWaited, CancellationToken cancellation)
    {
        if (choice == ConsoleChoice.None) return;
        var uri = await connection.GetUriAsync(cancellation);
        using var console = GuestConsole.Start(choice, uri, prepared.Plan.Domain, report);
        if (!isWaited) return;
        await console.WaitForExitAsync(cancellation);
        if (console.ExitCode != 0) report.Warn("Console command returned failure.");
        if (_isDestroyed) await DestroyAsync(domain);
    }

    private static async Task DestroyAsync(Domain domain)
    {
        if (await GuestWatch.IsActiveAsync(domain)) await domain.DestroyAsync();
    }

    private async Task ShowAsync(string password, CancellationToken cancellation)
    {
        const int Seconds = 10;
        report.PrintAlways($"Password for first root login is: {password}");
        if (Console.IsInputRedirected) return;
        report.Output.Write($"Installation will continue in {Seconds} seconds (press Enter to skip)...");
        await report.Output.FlushAsync(cancellation);
        await KeyWait.ForEnterAsync(TimeSpan.FromSeconds(Seconds), cancellation);
    }

    private int Failed(Exception failed)
    {
        report.Fail(failed.Message);
        report.PrintError(
            "Domain installation does not appear to have been successful.\n"
            + $"If it was, you can restart your domain by running:\n  {StartCommand}\n"
            + "otherwise, please restart your installation.");
        return 1;
    }

    private string StartCommand => $"virsh --connect {connection.Uri} start {prepared.Name}";
}
