using System.ComponentModel;
using System.Diagnostics;
using Lodge.Web.Options;

namespace Lodge.Web.Accounts;

/// <summary>The accounts of this machine: whose password is right, and who may use these pages.</summary>
internal sealed class MachineAccounts(WebOptions options) : IDisposable
{
    private const int LongestName = 32;
    private const int LongestPassword = 512;
    // A module of PAM may wait for seconds; a flood of log-ins is not to take every thread.
    private readonly SemaphoreSlim _checks = new(4);

    private string Service => options.PamService
        ?? (File.Exists(Path.Combine(options.PamFolder ?? "/etc/pam.d", "lodge-web")) ? "lodge-web" : "login");

    /// <summary>Whether this is the user's password, and the account may be used now.</summary>
    public async Task<bool> IsRightAsync(string user, string password, CancellationToken cancellationToken)
    {
        if (user.Length is 0 or > LongestName || password.Length is 0 or > LongestPassword
            || user.Contains('\0', StringComparison.Ordinal) || password.Contains('\0', StringComparison.Ordinal))
        {
            return false;
        }

        await _checks.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(
                () => Pam.Check(Service, user, password, options.PamFolder) == Pam.Success, cancellationToken);
        }
        finally
        {
            _checks.Release();
        }
    }

    /// <summary>
    /// Whether a user may manage the hypervisors: root, who runs this program, and members of the groups.
    /// </summary>
    public async Task<bool> MayManageAsync(string user, CancellationToken cancellationToken)
    {
        if (user == "root" || user == Environment.UserName) return true;
        if (user.StartsWith('-')) return false;
        var groups = await GroupsAsync(user, cancellationToken);
        return options.Groups.Any(groups.Contains);
    }

    public void Dispose() => _checks.Dispose();

    /// <summary>The names of a user's groups, as the machine's name service says them.</summary>
    private static async Task<HashSet<string>> GroupsAsync(string user, CancellationToken cancellationToken)
    {
        try
        {
            using var id = Process.Start(new ProcessStartInfo("id", ["-Gn", "--", user])
            {
                RedirectStandardOutput = true, RedirectStandardError = true,
            })!;
            var names = await id.StandardOutput.ReadToEndAsync(cancellationToken);
            await id.WaitForExitAsync(cancellationToken);
            return [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        }
        catch (Win32Exception)
        {
            return [];
        }
    }
}
