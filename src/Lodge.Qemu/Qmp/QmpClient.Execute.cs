using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Native;

namespace Lodge.Qemu.Qmp;

public sealed partial class QmpClient
{
    private static readonly JsonWriterOptions Compact = new() { SkipValidation = true };

    /// <summary>Executes a command whose answer says nothing.</summary>
    /// <inheritdoc cref="ExecuteAsync{T}(string, Action{Utf8JsonWriter}?, Func{JsonElement, T}, CancellationToken)"/>
    public Task ExecuteAsync(
        string command, Action<Utf8JsonWriter>? arguments = null, CancellationToken cancellationToken = default) =>
        ExecuteAsync(command, arguments, static _ => true, cancellationToken);

    /// <summary>Executes a command.</summary>
    /// <param name="command">Its name in QMP.</param>
    /// <param name="arguments">Writes the members of the arguments object; null where there are none.</param>
    /// <param name="read">Reads the answer, which is valid only during the call.</param>
    /// <param name="cancellationToken">Stops waiting; QEMU still does what it was told.</param>
    /// <exception cref="VirException">
    /// QEMU refused (VIR_ERR_INTERNAL_ERROR, caused by <see cref="QmpRefusedException"/>), the answer has an unexpected
    /// shape,
    /// the monitor ended, or too many commands wait already (VIR_ERR_RESOURCE_BUSY).
    /// </exception>
    public Task<T> ExecuteAsync<T>(
        string command,
        Action<Utf8JsonWriter>? arguments,
        Func<JsonElement, T> read,
        CancellationToken cancellationToken = default) =>
        SendCall("execute", command, arguments, read, null, cancellationToken);

    /// <summary>
    /// Executes a command at once, even while another one is being executed (only <c>oob</c> commands can).
    /// </summary>
    /// <inheritdoc cref="ExecuteAsync{T}(string, Action{Utf8JsonWriter}?, Func{JsonElement, T}, CancellationToken)"/>
    public Task ExecuteOutOfBandAsync(
        string command, Action<Utf8JsonWriter>? arguments = null, CancellationToken cancellationToken = default) =>
        SendCall("exec-oob", command, arguments, static _ => true, null, cancellationToken);

    /// <summary>Executes a command that takes an open file along (<c>getfd</c>, <c>add-fd</c>).</summary>
    /// <param name="command">Its name in QMP.</param>
    /// <param name="arguments">Writes the members of the arguments object.</param>
    /// <param name="read">Reads the answer.</param>
    /// <param name="file">The file; QEMU gets its own copy.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<T> ExecuteWithFileAsync<T>(
        string command,
        Action<Utf8JsonWriter>? arguments,
        Func<JsonElement, T> read,
        SafeHandle file,
        CancellationToken cancellationToken = default)
    {
        // QEMU keeps only the file that came last, so the next one must wait until this one is taken, also where the
        // caller does not.
        await _oneFile.WaitAsync(cancellationToken);
        SafeHandle? copy = null;
        Task<T> call;
        try
        {
            copy = LibC.DuplicateFrom(file, 0);
            call = SendCall("execute", command, arguments, read, copy, CancellationToken.None);
        }
        catch
        {
            copy?.Dispose();
            _oneFile.Release();
            throw;
        }

        _ = call.ContinueWith(
            _ =>
            {
                copy.Dispose();
                _oneFile.Release();
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return await call.WaitAsync(cancellationToken);
    }

    private Task<T> SendCall<T>(
        string verb,
        string command,
        Action<Utf8JsonWriter>? arguments,
        Func<JsonElement, T> read,
        SafeHandle? file,
        CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<T>(cancellationToken);
        var call = new PendingCall<T>(command, read);
        lock (_lock)
        {
            if (_reason is not null) return Task.FromException<T>(_reason);
            if (_pending.Count >= QmpLimits.MaxCallsInFlight) return Task.FromException<T>(TooManyCalls(command));
            var id = ++_lastId;
            var line = Compose(verb, command, arguments, id);
            _pending.Add(id, call);
            _connection.Send(line, file);
        }

        return cancellationToken.CanBeCanceled ? WaitAsync(call, cancellationToken) : call.Answer;
    }

    private static async Task<T> WaitAsync<T>(PendingCall<T> call, CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.UnsafeRegister(
            static (state, token) => ((PendingCall<T>)state!).Cancel(token), call);
        return await call.Answer;
    }

    private static ReadOnlySpan<byte> Compose(
        string verb, string command, Action<Utf8JsonWriter>? arguments, long id)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            json.WriteStartObject();
            json.WriteString(verb, command);
            if (arguments is not null)
            {
                json.WriteStartObject("arguments");
                arguments(json);
                json.WriteEndObject();
            }

            json.WriteNumber("id", id);
            json.WriteEndObject();
        }

        buffer.Write("\r\n"u8);
        return buffer.WrittenSpan;
    }

    private static VirException TooManyCalls(string command) => new(
        VirErrorNumber.VIR_ERR_RESOURCE_BUSY,
        VirErrorDomain.VIR_FROM_QEMU,
        $"cannot execute QEMU command '{command}': {QmpLimits.MaxCallsInFlight} commands wait for an answer already");
}
