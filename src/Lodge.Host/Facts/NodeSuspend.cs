using System.Globalization;
using Lodge.Host.Programs;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;

namespace Lodge.Host.Facts;

/// <summary>Puts the host to sleep for a while, by the programs of pm-utils, as libvirt does.</summary>
public sealed class NodeSuspend
{
    private const ulong ShortestSeconds = 60;

    private static readonly (string Name, string Question, string Program)[] Targets =
    [
        ("Suspend-to-RAM", "--suspend", "pm-suspend"),
        ("Suspend-to-Disk", "--hibernate", "pm-hibernate"),
        ("Hybrid-Suspend", "--suspend-hybrid", "pm-suspend-hybrid"),
    ];

    private int _isUnderWay;

    /// <summary>Sets the clock to wake the host, and begins to put it to sleep; returns before it sleeps.</summary>
    /// <param name="target">How deep.</param>
    /// <param name="seconds">For how long.</param>
    /// <param name="cancellation">Gives up before anything is set.</param>
    /// <exception cref="VirException">The host cannot (VIR_ERR_ARGUMENT_UNSUPPORTED), or the time is too short
    /// (VIR_ERR_INVALID_ARG).</exception>
    public async Task BeginAsync(VirNodeSuspendTarget target, ulong seconds, CancellationToken cancellation = default)
    {
        if ((uint)target >= (uint)Targets.Length)
        {
            throw Refused(VirErrorNumber.VIR_ERR_INVALID_ARG, "Invalid suspend target");
        }

        var (name, question, program) = Targets[(int)target];
        if (!await IsSupportedAsync(question, cancellation))
        {
            throw Refused(VirErrorNumber.VIR_ERR_ARGUMENT_UNSUPPORTED, name);
        }

        if (seconds < ShortestSeconds)
        {
            throw Refused(VirErrorNumber.VIR_ERR_INVALID_ARG, "Suspend duration is too short");
        }

        if (Interlocked.Exchange(ref _isUnderWay, 1) != 0)
        {
            throw Refused(VirErrorNumber.VIR_ERR_OPERATION_INVALID, "Suspend operation already in progress");
        }

        try
        {
            await SetAlarmAsync(seconds, cancellation);
        }
        catch
        {
            Volatile.Write(ref _isUnderWay, 0);
            throw;
        }

        _ = SleepAsync(program);
    }

    private static async Task<bool> IsSupportedAsync(string question, CancellationToken cancellation) =>
        HostProgram.Find("pm-is-supported") is { } program
        && (await HostProgram.RunAsync(program, [question], cancellation: cancellation)).IsSuccess;

    private static async Task SetAlarmAsync(ulong seconds, CancellationToken cancellation)
    {
        var set = await HostProgram.RunAsync(
            "rtcwake", ["-m", "no", "-s", seconds.ToString(CultureInfo.InvariantCulture)], cancellation: cancellation);
        if (!set.IsSuccess)
        {
            throw Refused(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR, $"cannot set the alarm to wake the host: {set.Error.Trim()}");
        }
    }

    private async Task SleepAsync(string program)
    {
        try
        {
            _ = await HostProgram.RunAsync(program, []);
        }
        catch (VirException)
        {
            // The caller was told that it begins; that it does not is seen by the host staying awake.
        }
        finally
        {
            Volatile.Write(ref _isUnderWay, 0);
        }
    }

    private static VirException Refused(VirErrorNumber code, string detail) =>
        new(code, VirErrorDomain.VIR_FROM_NONE, detail);
}
