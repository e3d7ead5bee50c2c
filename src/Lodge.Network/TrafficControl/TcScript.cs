using Lodge.Host.Programs;
using Lodge.Protocol.Errors;

namespace Lodge.Network.TrafficControl;

/// <summary>Commands of <c>tc</c>, run by one process.</summary>
/// <remarks>Source: <c>tc(8)</c>.</remarks>
internal static class TcScript
{
    /// <summary>Runs commands up to the first that fails.</summary>
    /// <exception cref="VirException">One failed (VIR_ERR_INTERNAL_ERROR), with tc's words.</exception>
    public static async Task RunAsync(IEnumerable<string> commands, CancellationToken cancellation = default)
    {
        var outcome = await HostProgram.RunAsync("tc", ["-batch", "-"], Text(commands), cancellation);
        if (!outcome.IsSuccess)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_NONE,
                $"tc refused to shape the link's traffic: {outcome.Error.Trim().ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>Runs all commands, whatever comes of each.</summary>
    /// <returns>Whether all went well.</returns>
    public static async Task<bool> TryAsync(IEnumerable<string> commands) =>
        HostProgram.Find("tc") is not null
        && (await HostProgram.RunAsync("tc", ["-force", "-batch", "-"], Text(commands))).IsSuccess;

    private static string Text(IEnumerable<string> commands) => string.Join('\n', commands) + "\n";
}
