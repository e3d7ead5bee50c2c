using System.Collections.Concurrent;

namespace Lodge.Qemu.Hotplug;

/// <summary>
/// Waits for guests to let go of devices. A guest's event reader reports each <c>DEVICE_DELETED</c> here; a detach
/// that is
/// under way takes it, any other is the reader's to act upon.
/// </summary>
public sealed class DeviceRemovals
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<bool>> _waiting = new();

    /// <summary>Reports that a device is gone.</summary>
    /// <returns>Whether a detach waited for it and now finishes it.</returns>
    public bool Report(string alias) =>
        _waiting.TryRemove(alias, out var waiting) && waiting.TrySetResult(true);

    /// <summary>Reports that the guest refused to let a device go.</summary>
    /// <returns>Whether a detach waited for it and now fails.</returns>
    public bool ReportRefusal(string alias) =>
        _waiting.TryRemove(alias, out var waiting) && waiting.TrySetResult(false);

    internal Removal Expect(string alias)
    {
        var waiting = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[alias] = waiting;
        return new Removal(this, alias, waiting.Task);
    }

    /// <summary>A removal that is waited for.</summary>
    internal sealed class Removal(DeviceRemovals removals, string alias, Task<bool> outcome) : IDisposable
    {
        /// <summary>
        /// True when the device is gone, false when the guest refused; null when it has done neither in time. After
        /// null
        /// the event reader finishes the removal whenever it comes.
        /// </summary>
        public async Task<bool?> WaitAsync(TimeSpan patience, CancellationToken cancellation)
        {
            try
            {
                return await outcome.WaitAsync(patience, cancellation);
            }
            catch (TimeoutException)
            {
                return null;
            }
        }

        public void Dispose() => removals._waiting.TryRemove(alias, out _);
    }
}
