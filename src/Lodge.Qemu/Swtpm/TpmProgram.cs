using System.ComponentModel;
using System.Diagnostics;
using Lodge.Host.Accounts;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Swtpm;

/// <summary>
/// Runs swtpm's programs to their end; the passphrase goes in on standard input, never on the command line.
/// </summary>
internal static class TpmProgram
{
    private const int LastWordsLimit = 4096;

    public static async Task RunAsync(
        string program, IEnumerable<string> arguments, TpmEmulatorPlan plan, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        if (plan.Account is { } account)
        {
            start.UserName = AccountNames.User(account.User) ?? throw new VirException(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
                VirErrorDomain.VIR_FROM_NONE,
                $"Could not run '{program}': no user of this host has the number {account.User} (swtpm_user)");

            // The daemon's own folder of temporary files is nobody else's.
            start.Environment.Remove("TMPDIR");
        }

        using var process = Start(start);
        await using var stopped = cancellation.Register(static state => ((Process)state!).Kill(), process);
        if (plan.Passphrase is { } passphrase)
        {
            await process.StandardInput.BaseStream.WriteAsync(passphrase, cancellation);
        }

        process.StandardInput.Close();
        var words = ReadLastWordsAsync(process, cancellation);
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode == 0) return;
        throw new VirException(
            VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
            VirErrorDomain.VIR_FROM_NONE,
            $"Could not run '{program}'. exitstatus: {process.ExitCode}; "
            + $"Check error log '{plan.LogPath}' for details. {await words}".TrimEnd());
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception cause)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
                VirErrorDomain.VIR_FROM_NONE,
                $"Unable to find '{start.FileName}' binary in $PATH: install swtpm to give guests a TPM",
                cause);
        }
    }

    private static async Task<string> ReadLastWordsAsync(Process process, CancellationToken cancellation)
    {
        var buffer = new char[LastWordsLimit];
        var count = await process.StandardError.ReadBlockAsync(buffer, cancellation);
        return new string(buffer, 0, count);
    }
}
