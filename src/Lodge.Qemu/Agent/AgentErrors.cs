using System.Text.Json;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Qmp;

namespace Lodge.Qemu.Agent;

/// <summary>Failures of the guest's agent in libvirt's codes and words.</summary>
public static class AgentErrors
{
    /// <summary>The guest has no channel for an agent.</summary>
    public static VirException NotConfigured() => new(
        VirErrorNumber.VIR_ERR_ARGUMENT_UNSUPPORTED,
        VirErrorDomain.VIR_FROM_QEMU,
        "QEMU guest agent is not configured");

    /// <summary>No agent runs in the guest.</summary>
    public static VirException NotConnected() => Unresponsive("QEMU guest agent is not connected");

    /// <summary>The channel to the agent broke.</summary>
    public static VirException NotAvailable() => Unresponsive("QEMU guest agent is not available due to an error");

    internal static VirException TimedOut() => Unresponsive("Guest agent not available for now");

    internal static VirException Disappeared() =>
        Unresponsive("Guest agent disappeared while executing command");

    internal static VirException Refused(string command, JsonElement error)
    {
        var errorClass = error.OptionalText("class");
        var description = error.OptionalText("desc") ?? Describe(errorClass);
        return QmpErrors.Internal(
            $"unable to execute QEMU agent command '{command}': {description}",
            new QmpRefusedException(command, errorClass ?? "GenericError", description));
    }

    private static VirException Unresponsive(string detail) =>
        new(VirErrorNumber.VIR_ERR_AGENT_UNRESPONSIVE, VirErrorDomain.VIR_FROM_QEMU, detail);

    private static string Describe(string? errorClass) => errorClass switch
    {
        "CommandDisabled" => "The command has been disabled for this instance",
        "CommandNotFound" => "The command has not been found",
        "InvalidParameter" => "Invalid parameter",
        "QgaCommandFailed" => "Guest agent command failed",
        "Unsupported" => "this feature or command is not currently supported",
        null => "unknown QEMU command error",
        _ => errorClass,
    };
}
