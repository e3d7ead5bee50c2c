using System.Buffers;
using System.Text.Json;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Qmp;

namespace Lodge.Qemu.Agent;

public sealed partial class AgentClient
{
    private static readonly JsonWriterOptions Compact = new() { SkipValidation = true };

    /// <summary>Executes a command.</summary>
    /// <param name="command">Its name.</param>
    /// <param name="arguments">Writes the members of the arguments object; null where there are none.</param>
    /// <param name="read">Reads the answer, which is valid only during the call.</param>
    /// <param name="cancellationToken">Stops waiting; the guest may still do it.</param>
    /// <exception cref="VirException">
    /// The agent does not answer in time, or went away (VIR_ERR_AGENT_UNRESPONSIVE); or it refused, or its answer has
    /// an
    /// unexpected shape (VIR_ERR_INTERNAL_ERROR).
    /// </exception>
    public Task<T> ExecuteAsync<T>(
        string command,
        Action<Utf8JsonWriter>? arguments,
        Func<JsonElement, T> read,
        CancellationToken cancellationToken = default) =>
        RunAsync(
            command,
            Compose(command, arguments),
            answer => read(Result(command, answer)),
            ResponseTimeout,
            Never,
            cancellationToken);

    /// <summary>Executes a command that ends the guest or its sleep, so that it may never be answered.</summary>
    /// <param name="command">Its name.</param>
    /// <param name="arguments">Writes the members of the arguments object; null where there are none.</param>
    /// <param name="happened">Completes when what was asked for has happened; then no answer is awaited any
    /// more.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task ExecuteUntilAsync(
        string command,
        Action<Utf8JsonWriter>? arguments,
        Task happened,
        CancellationToken cancellationToken = default) =>
        RunAsync(
            command,
            Compose(command, arguments),
            answer => Result(command, answer).ValueKind != JsonValueKind.Undefined,
            ResponseTimeout,
            happened,
            cancellationToken);

    /// <summary>
    /// Executes a command given as JSON, and gives the whole answer as JSON (<c>virDomainQemuAgentCommand</c>).
    /// </summary>
    /// <exception cref="VirException">As for typed commands; also where the command is no JSON object with
    /// <c>execute</c>.</exception>
    public Task<string> ExecuteJsonAsync(
        string json, AgentTimeout timeout, CancellationToken cancellationToken = default)
    {
        var buffer = new ArrayBufferWriter<byte>();
        string name;
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            name = document.RootElement.GetProperty("execute").GetString() ?? "";
            using var writer = new Utf8JsonWriter(buffer, Compact);
            document.RootElement.WriteTo(writer);
        }
        catch (Exception cause) when (cause is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw QmpErrors.Internal($"cannot parse json {json}: {cause.Message}", cause);
        }

        buffer.Write("\n"u8);
        return RunAsync(
            name,
            buffer.WrittenMemory.ToArray(),
            answer => Result(name, answer).ValueKind == JsonValueKind.Undefined ? "" : CompactJson.Of(answer),
            timeout,
            Never,
            cancellationToken);
    }

    private static Task Never { get; } = new TaskCompletionSource().Task;

    private async Task<T> RunAsync<T>(
        string command,
        byte[] line,
        Func<JsonElement, T> read,
        AgentTimeout timeout,
        Task happened,
        CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (!_isInSync) await SynchronizeAsync(timeout, cancellationToken);
            var waiting = new Waiting<T>(command, read);
            Begin(waiting);
            _connection.Send(line);
            var answer = waiting.Typed.WaitAsync(timeout.ToTimeSpan(), cancellationToken);
            if (await Task.WhenAny(answer, happened) != answer)
            {
                // The guest is gone or asleep; should it answer after all, the next command begins anew.
                _isInSync = false;
                _ = answer.ContinueWith(
                    static late => _ = late.Exception,
                    CancellationToken.None,
                    TaskContinuationOptions.OnlyOnFaulted,
                    TaskScheduler.Default);
                return default!;
            }

            return await answer;
        }
        catch (TimeoutException)
        {
            _isInSync = false;
            throw AgentErrors.TimedOut();
        }
        catch (OperationCanceledException)
        {
            _isInSync = false;
            throw;
        }
        finally
        {
            lock (_lock) _waiting = null;
            _oneAtATime.Release();
        }
    }

    private async Task SynchronizeAsync(AgentTimeout timeout, CancellationToken cancellationToken)
    {
        var id = ++_lastSync;
        var waiting = new Sync(id);
        Begin(waiting);

        // The delimiter ends whatever half word the agent may still have from somebody else.
        _connection.Send([Delimiter, .. Compose("guest-sync-delimited", json => json.WriteNumber("id", id))]);
        await waiting.Answer.Task.WaitAsync(timeout.ToSyncTimeSpan(), cancellationToken);
        _isInSync = true;
    }

    private void Begin(Waiting waiting)
    {
        lock (_lock)
        {
            if (_isClosed) throw AgentErrors.Disappeared();
            _waiting = waiting;
        }
    }

    private static JsonElement Result(string command, JsonElement answer)
    {
        if (answer.TryGetProperty("error", out var error)) throw AgentErrors.Refused(command, error);
        return answer.TryGetProperty("return", out var result)
            ? result
            : throw QmpErrors.Internal($"unable to execute QEMU agent command '{command}'");
    }

    private static byte[] Compose(string command, Action<Utf8JsonWriter>? arguments)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            json.WriteStartObject();
            json.WriteString("execute", command);
            if (arguments is not null)
            {
                json.WriteStartObject("arguments");
                arguments(json);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private abstract class Waiting
    {
        public TaskCompletionSource Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public virtual bool IsSync => false;

        /// <summary>Takes an answer; false where it is not the one awaited.</summary>
        public abstract bool Take(JsonElement answer);
    }

    private sealed class Sync(long id) : Waiting
    {
        public override bool IsSync => true;

        public override bool Take(JsonElement answer) =>
            answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("return", out var echoed)
                && echoed.ValueKind == JsonValueKind.Number && echoed.TryGetInt64(out var number) && number == id
                && Answer.TrySetResult();
    }

    private sealed class Waiting<T>(string command, Func<JsonElement, T> read) : Waiting
    {
        private T? _result;

        public Task<T> Typed => TypedAsync();

        public override bool Take(JsonElement answer)
        {
            try
            {
                _result = read(answer);
                return Answer.TrySetResult();
            }
            catch (VirException cause)
            {
                return Answer.TrySetException(cause);
            }
            catch (Exception cause) when (cause is InvalidOperationException or KeyNotFoundException or FormatException)
            {
                return Answer.TrySetException(
                    QmpErrors.Internal($"unexpected reply of guest agent command '{command}'", cause));
            }
        }

        private async Task<T> TypedAsync()
        {
            await Answer.Task;
            return _result!;
        }
    }
}
