using System.ComponentModel;
using Lodge.Daemon.Config;
using Lodge.Daemon.Logging;
using Lodge.Daemon.Server;
using Lodge.Network.Leases;

namespace Lodge.Daemon;

/// <summary>The program <c>lodged</c>.</summary>
internal static class LodgedProgram
{
    /// <summary>Runs it.</summary>
    /// <param name="arguments">The command line.</param>
    /// <returns>The exit status: 0 after a clean stop, 1 when it could not serve, 2 for a wrong command line.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is ["--lease", .. var lease])
            return LeaseCommand.Run(lease, Environment.GetEnvironmentVariable, Console.Out, Console.Error);
        DaemonOptions options;
        try
        {
            options = DaemonOptions.Parse(arguments, Environment.IsPrivilegedProcess);
        }
        catch (FormatException wrong)
        {
            await Console.Error.WriteLineAsync($"lodged: {wrong.Message}\nTry 'lodged --help'.");
            return 2;
        }

        if (options.Shows is { } text)
        {
            await Console.Out.WriteLineAsync(text);
            return 0;
        }

        Log.Level = options.IsVerbose ? LogLevel.Info : LogLevel.Warning;
        try
        {
            await using var daemon = new LodgeDaemon(options, DaemonPathsFor(options));
            await daemon.StartAsync();
            await daemon.Stopped;
            return 0;
        }
        catch (Exception failure) when (failure
            is DaemonStartException or FormatException or IOException or UnauthorizedAccessException or Win32Exception)
        {
            Log.Error(failure.Message);
            return 1;
        }
    }

    private static DaemonPaths DaemonPathsFor(DaemonOptions options)
    {
        if (options.Root is { } root)
        {
            return DaemonPaths.Below(root, options.IsSession);
        }

        return options.IsSession ? DaemonPaths.Session(Environment.GetEnvironmentVariable) : DaemonPaths.System();
    }
}
