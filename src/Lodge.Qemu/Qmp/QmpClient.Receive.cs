using System.Text.Json;
using Lodge.Qemu.Qmp.Events;

namespace Lodge.Qemu.Qmp;

public sealed partial class QmpClient
{
    private void OnLine(ReadOnlyMemory<byte> line)
    {
        using var document = JsonDocument.Parse(line, Strict);
        var message = document.RootElement;
        if (message.ValueKind != JsonValueKind.Object)
            throw QmpErrors.Internal("Parsed JSON reply from QEMU monitor isn't an object");

        if (_greeting is null) OnGreeting(message);
        else if (message.TryGetProperty("event", out _)) OnEvent(message);
        else OnAnswer(message);
    }

    private void OnGreeting(JsonElement message)
    {
        if (!message.TryGetProperty("QMP", out var qmp))
            throw QmpErrors.Internal("QEMU monitor does not begin with a greeting");
        try
        {
            _greeting = QmpGreeting.Read(qmp);
        }
        catch (Exception cause) when (cause is InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw QmpErrors.Internal("QEMU monitor begins with a damaged greeting", cause);
        }

        // Commands queued meanwhile go out right behind: the start of a guest costs one round trip, not one a command.
        var negotiation = new PendingCall<bool>("qmp_capabilities", static _ => true);
        lock (_lock) _pending.Add(0, negotiation);
        _connection.Uncork(_greeting.HasOutOfBand
            ? "{\"execute\":\"qmp_capabilities\",\"arguments\":{\"enable\":[\"oob\"]},\"id\":0}\r\n"u8
            : "{\"execute\":\"qmp_capabilities\",\"id\":0}\r\n"u8);
        _ = BecomeReadyAsync(negotiation.Answer, _greeting);
    }

    private async Task BecomeReadyAsync(Task<bool> negotiation, QmpGreeting greeting)
    {
        try
        {
            await negotiation;
            _ready.TrySetResult(greeting);
        }
        catch (Exception cause)
        {
            _ready.TrySetException(cause);
        }
    }

    private void OnEvent(JsonElement message)
    {
        EventSink?.Invoke(message);
        if (!_events.Writer.TryWrite(QmpEventReader.Read(message)))
        {
            throw QmpErrors.Internal(
                $"QEMU sent more than {QmpLimits.MaxUnreadEvents} events that nobody has read yet");
        }
    }

    private void OnAnswer(JsonElement message)
    {
        if (!message.TryGetProperty("id", out var idElement) || !idElement.TryGetInt64(out var id))
        {
            throw message.TryGetProperty("error", out var unasked)
                ? QmpErrors.Refused("<unknown>", unasked)
                : QmpErrors.Internal("QEMU monitor sent an answer to nothing");
        }

        PendingCall? call;
        lock (_lock) _pending.Remove(id, out call);
        if (call is null) throw QmpErrors.Internal($"QEMU monitor sent an answer to the unknown command {id}");

        if (message.TryGetProperty("error", out var error)) call.Fail(QmpErrors.Refused(call.Command, error));
        else if (message.TryGetProperty("return", out var result)) call.Complete(result);
        else call.Fail(QmpErrors.Internal($"unable to execute QEMU command '{call.Command}'"));
    }

    private void OnClosed(Exception? cause)
    {
        var reason = QmpErrors.Closed(cause);
        PendingCall[] waiting;
        lock (_lock)
        {
            _reason = reason;
            waiting = [.. _pending.Values];
            _pending.Clear();
        }

        foreach (var call in waiting) call.Fail(reason);
        _ready.TrySetException(reason);
        _events.Writer.TryComplete();
        _closed.TrySetResult(reason);
    }

    // Keeps the two methods a connection calls out of the public face of the client.
    private sealed class Receiver(QmpClient client) : ILineReceiver
    {
        public void OnLine(ReadOnlyMemory<byte> line) => client.OnLine(line);

        public void OnClosed(Exception? cause) => client.OnClosed(cause);
    }
}
