using Lodge.Protocol.Errors;
using Lodge.Qemu.Qmp;
using Lodge.Qemu.Qmp.Commands;

namespace Lodge.Qemu.Snapshots;

/// <summary>Snapshots inside of a running guest's own images, its memory among them.</summary>
/// <remarks>Source: QEMU's <c>savevm</c> and <c>delvm</c>, which have no QMP commands that answer when done.</remarks>
public static class InternalSnapshots
{
    /// <summary>Takes a snapshot; the guest's vCPUs stand still.</summary>
    /// <exception cref="VirException">VIR_ERR_OPERATION_FAILED with QEMU's words.</exception>
    public static Task SaveAsync(QmpClient monitor, string name) => ExecuteAsync(monitor, "savevm", name);

    /// <summary>Removes a snapshot.</summary>
    /// <exception cref="VirException">VIR_ERR_OPERATION_FAILED with QEMU's words.</exception>
    public static Task DeleteAsync(QmpClient monitor, string name) => ExecuteAsync(monitor, "delvm", name);

    private static async Task ExecuteAsync(QmpClient monitor, string command, string name)
    {
        var quoted = name.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal);
        var words = await monitor.HumanMonitorCommandAsync($"{command} \"{quoted}\"");
        if (words.Trim().Length > 0)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_OPERATION_FAILED,
                VirErrorDomain.VIR_FROM_QEMU,
                command == "savevm"
                    ? $"Failed to take snapshot: {words.Trim()}"
                    : $"Failed to delete snapshot: {words.Trim()}");
        }
    }
}
