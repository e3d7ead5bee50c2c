using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Hotplug;
using Lodge.Qemu.Lifecycle;
using Lodge.Qemu.Preparation;
using Lodge.Qemu.Qmp.Events;

namespace Lodge.Qemu.Tests.Preparation;

/// <summary>A real guest on the bench, with an event reader as the daemon has one.</summary>
internal sealed class BenchGuest : IAsyncDisposable
{
    private readonly Func<Task> _end;

    public BenchGuest(
        DomainDefinition definition, QemuProcess process, CommandLineContext context, GuestServices services,
        Func<Task> end)
    {
        (Process, Context, _end) = (process, context, end);
        Live = new LiveGuest
        {
            Definition = definition,
            Capabilities = GuestBench.Capabilities,
            Context = context,
            Services = services,
            Monitor = process.Monitor,
            Removals = new DeviceRemovals(),
            Complete = (_, device) => Places?.Invoke(device),
            Patience = TimeSpan.FromSeconds(2),
        };
        _ = ReadEventsAsync();
    }

    public QemuProcess Process { get; }

    public CommandLineContext Context { get; }

    public LiveGuest Live { get; }

    /// <summary>Gives a new device its place.</summary>
    public Action<Device>? Places { get; set; }

    public async ValueTask DisposeAsync() => await _end();

    private async Task ReadEventsAsync()
    {
        await foreach (var happened in Process.Monitor.Events.ReadAllAsync())
        {
            if (happened is DeviceDeletedEvent { Device: { } alias }) Live.Removals.Report(alias);
            if (happened is DeviceUnplugErrorEvent { Device: { } refused }) Live.Removals.ReportRefusal(refused);
        }
    }
}
