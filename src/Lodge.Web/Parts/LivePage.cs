using Lodge.Web.Hypervisors;
using Lodge.Web.Parts.Feedback;
using Microsoft.AspNetCore.Components;

namespace Lodge.Web.Parts;

/// <summary>A page, or a part of one, that shows things as they are now.</summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private readonly Dictionary<Hypervisor, Action<HypervisorChange>> _watched = [];
    private int _pending;
    private int _isQueued;

    /// <summary>The hypervisors that are managed.</summary>
    [Inject]
    protected HypervisorSet Hypervisors { get; set; } = null!;

    /// <summary>What the user is told.</summary>
    [Inject]
    protected Notices Notices { get; set; } = null!;

    /// <summary>Whether something is being done that the user waits for.</summary>
    protected bool IsBusy { get; private set; }

    /// <summary>Is cancelled when the page goes.</summary>
    protected CancellationToken Gone => _gone.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops watching.</summary>
    protected virtual void Dispose(bool disposing)
    {
        foreach (var (host, handler) in _watched) host.Changed -= handler;
        _watched.Clear();
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <summary>
    /// Shows the page anew, and calls <see cref="ChangedAsync"/>, after such changes of a hypervisor.
    /// </summary>
    protected void Watch(Hypervisor? host, HypervisorChange wanted)
    {
        if (host is null || _watched.ContainsKey(host)) return;
        void Take(HypervisorChange change)
        {
            if ((change & wanted) != 0) Queue(change & wanted);
        }

        _watched.Add(host, Take);
        host.Changed += Take;
    }

    /// <summary>Reads what the page shows, after a change.</summary>
    protected virtual Task ChangedAsync(HypervisorChange change) => Task.CompletedTask;

    /// <summary>Does something that may fail; the user is told why.</summary>
    /// <returns>Whether it was done.</returns>
    protected async Task<bool> DoAsync(Func<Task> deed, string? done = null)
    {
        IsBusy = true;
        StateHasChanged();
        try
        {
            await deed();
            if (done is not null) Notices.Say(done);
            return true;
        }
        catch (Exception error) when (error
            is VirException or IOException or System.Xml.XmlException or FormatException or InvalidOperationException)
        {
            Notices.Complain(error.Message);
            return false;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        finally
        {
            IsBusy = false;
            StateHasChanged();
        }
    }

    /// <summary>Does something that not every hypervisor can; what it cannot is remembered, with its reason.</summary>
    protected async Task<bool> DoAsync(Hypervisor host, string ability, Func<Task> deed, string? done = null) =>
        await DoAsync(
            async () =>
            {
                try
                {
                    await deed();
                }
                catch (VirException error) when (error.Code == VirErrorNumber.VIR_ERR_NO_SUPPORT)
                {
                    host.Lack(ability, error.Message);
                    throw;
                }
            },
            done);

    /// <summary>Shows the page anew, from any thread.</summary>
    protected void Refresh() => Queue(0);

    // Many changes at once are shown together: one rendering is waited for at a time.
    private void Queue(HypervisorChange change)
    {
        Interlocked.Or(ref _pending, (int)change);
        if (Interlocked.Exchange(ref _isQueued, 1) == 0) _ = InvokeAsync(ShowAsync);
    }

    private async Task ShowAsync()
    {
        Volatile.Write(ref _isQueued, 0);
        if (_gone.IsCancellationRequested) return;
        var change = (HypervisorChange)Interlocked.Exchange(ref _pending, 0);
        try
        {
            if (change != 0) await ChangedAsync(change);
        }
        catch (VirException error)
        {
            Notices.Complain(error.Message);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        if (!_gone.IsCancellationRequested) StateHasChanged();
    }
}
