using Lodge.Host.Programs;
using Lodge.Protocol.Errors;

namespace Lodge.Host.Nftables;

/// <summary>
/// Changes packet filtering: each script is one transaction, taken whole or not at all. It runs as a program of its
/// own, so
/// that a script which trips it harms nothing but the change asked for.
/// </summary>
/// <remarks>Source: <c>nft(8)</c>.</remarks>
public static class Nft
{
    private const string Program = "nft";

    /// <summary>Whether <c>nft</c> is installed.</summary>
    public static bool IsInstalled => HostProgram.Find(Program) is not null;

    /// <summary>Applies a script in one transaction.</summary>
    /// <param name="script">Commands in nft's own language, one a line.</param>
    /// <param name="cancellation">Kills it before the kernel has the transaction.</param>
    /// <exception cref="VirException">nft refused it (<c>VIR_ERR_INTERNAL_ERROR</c>, with its words); nothing is
    /// changed.</exception>
    public static async Task ApplyAsync(string script, CancellationToken cancellation = default)
    {
        var outcome = await HostProgram.RunAsync(Program, ["-f", "-"], script, cancellation);
        if (!outcome.IsSuccess) throw Refused("-f -", outcome);
    }

    /// <summary>Lists what a command such as <c>list table inet lodge</c> names.</summary>
    /// <param name="command">The words of the command.</param>
    /// <param name="cancellation">Kills it.</param>
    /// <returns>nft's listing; null where there is no such object.</returns>
    public static async Task<string?> ListAsync(IEnumerable<string> command, CancellationToken cancellation = default)
    {
        var outcome = await HostProgram.RunAsync(Program, command, null, cancellation);
        return outcome.IsSuccess ? outcome.Output : null;
    }

    private static VirException Refused(string arguments, ProgramOutcome outcome) => new(
        VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
        VirErrorDomain.VIR_FROM_FIREWALL,
        $"Failed to run firewall command nft {arguments}: {outcome.Error.Trim()}");
}
