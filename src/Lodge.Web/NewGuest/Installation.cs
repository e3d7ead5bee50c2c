using Lodge.Install.Facts;
using Lodge.Install.Flow;
using Lodge.Install.Flow.Progress;
using Lodge.Web.Hypervisors;

namespace Lodge.Web.NewGuest;

/// <summary>One guest being made and installed. It goes on without anybody looking.</summary>
public sealed class Installation : ITransferProgress, IDisposable
{
    private readonly CancellationTokenSource _cancel = new();

    internal Installation(Hypervisor host, string name) => (Host, Name) = (host, name);

    /// <summary>Is raised when there is something new to show, on any thread.</summary>
    public event Action? Changed;

    /// <summary>Where the guest is made.</summary>
    public Hypervisor Host { get; }

    /// <summary>The guest's name.</summary>
    public string Name { get; }

    /// <summary>What is being done.</summary>
    public string Step { get; private set; } = "Preparing";

    /// <summary>How many bytes of it are done.</summary>
    public long Done { get; private set; }

    /// <summary>How many there are; null where nobody knows.</summary>
    public long? Size { get; private set; }

    /// <summary>The guest, once it runs.</summary>
    public Guid? Guest { get; private set; }

    /// <summary>Why it failed; null while it has not.</summary>
    public string? Fault { get; private set; }

    /// <summary>Whether nothing more happens.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Calls it off; what was made goes again. A guest that runs already stays.</summary>
    public void Cancel() => _cancel.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _cancel.Dispose();

    /// <inheritdoc/>
    public void Start(string text, long? size) => Show(text, 0, size);

    /// <inheritdoc/>
    public void Update(long done) => Show(Step, done, Size);

    /// <inheritdoc/>
    public void End() => Changed?.Invoke();

    internal async Task RunAsync(GuestWish wish)
    {
        try
        {
            await InstallErrors.TellAsync(() => InstallAsync(wish));
        }
        catch (Exception error) when (error is InvalidOperationException or VirException or IOException)
        {
            Fault = error.Message;
        }
        catch (OperationCanceledException)
        {
            Fault = "It was called off.";
        }

        IsOver = true;
        Changed?.Invoke();
    }

    private async Task<bool> InstallAsync(GuestWish wish)
    {
        using var folder = new InstallFolder();
        var words = new InstallWords();
        var facts = await ConnectionFacts.ReadAsync(Host.Connection, _cancel.Token);
        await using var prepared = await new InstallPreparation(wish.ToRequest(folder.Path), facts, words)
            .RunAsync(_cancel.Token);
        var isStarted = wish.Kind != SourceKind.Nothing;
        var domain = await new InstallRun(prepared, words, this).StartAsync(
            Host.Connection, new StartOptions(isStarted, IsTransient: false, wish.Autostart), _cancel.Token);
        Guest = domain.Uuid.ToGuid();
        if (!prepared.Method.HasInstallPhase)
        {
            Show("Made", 0, null);
            return true;
        }

        Show("The installer runs in the guest", 0, null);
        await using var watch = await GuestWatch.BeginAsync(domain, _cancel.Token);
        await watch.StoppedAsync(null, _cancel.Token);
        var (_, reason) = await domain.GetStateAsync(cancellationToken: _cancel.Token);
        // Who forces a guest off while it is installed does not want it back.
        if ((VirDomainShutoffReason)reason == VirDomainShutoffReason.VIR_DOMAIN_SHUTOFF_SHUTDOWN)
            await domain.CreateAsync(_cancel.Token);
        Show("Installed", 0, null);
        return true;
    }

    private void Show(string step, long done, long? size)
    {
        (Step, Done, Size) = (step, done, size);
        Changed?.Invoke();
    }
}
