using System.Net.Sockets;
using System.Text.Json;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Native;

namespace Lodge.Qemu.Qmp;

/// <summary>Failures of a monitor in libvirt's codes and words.</summary>
internal static class QmpErrors
{
    public static VirException Internal(string detail, Exception? cause = null) =>
        new(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_QEMU, detail, cause);

    /// <summary>QEMU refused a command: <c>{"error": {"class": …, "desc": …}}</c>.</summary>
    public static VirException Refused(string command, JsonElement error)
    {
        var errorClass = Text(error, "class") ?? "GenericError";
        var description = Text(error, "desc") ?? "unknown QEMU command error";
        return Internal(
            $"unable to execute QEMU command '{command}': {description}",
            new QmpRefusedException(command, errorClass, description));
    }

    public static VirException UnexpectedReply(string command, Exception? cause = null) =>
        Internal($"unexpected type returned by QEMU command '{command}'", cause);

    /// <summary>Gives the reason why a monitor is gone.</summary>
    public static VirException Closed(Exception? cause) => cause switch
    {
        VirException known => known,
        SocketException { SocketErrorCode: var code } => new VirException(
            VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
            VirErrorDomain.VIR_FROM_QEMU,
            $"Unable to read from monitor: {Describe(code)}",
            cause),
        InvalidDataException damaged => Internal($"QEMU monitor reply exceeds limits: {damaged.Message}", cause),
        JsonException damaged => Internal($"failed to parse JSON from QEMU monitor: {damaged.Message}", cause),
        null or ObjectDisposedException => Internal("qemu unexpectedly closed the monitor"),
        _ => Internal($"QEMU monitor failed: {cause.Message}", cause),
    };

    private static string Describe(SocketError code) => code switch
    {
        SocketError.ConnectionReset => LibC.Describe(104),
        _ => new SocketException((int)code).Message,
    };

    private static string? Text(JsonElement error, string name) =>
        error.ValueKind == JsonValueKind.Object && error.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
