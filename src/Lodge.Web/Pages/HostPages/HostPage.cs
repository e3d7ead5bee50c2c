using Lodge.Web.Hypervisors;
using Lodge.Web.Parts;
using Microsoft.AspNetCore.Components;

namespace Lodge.Web.Pages.HostPages;

/// <summary>A page about one host.</summary>
public abstract class HostPage : LivePage
{
    private Hypervisor? _shown;

    /// <summary>The host's name in addresses.</summary>
    [Parameter]
    public string HostId { get; set; } = "";

    /// <summary>The host; null where there is none of that name.</summary>
    protected Hypervisor? Host { get; private set; }

    /// <summary>Why the host cannot do what the page is about; null where it can.</summary>
    protected string? Lack { get; private set; }

    /// <summary>What the page is about.</summary>
    protected abstract HypervisorChange About { get; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        Host = Hypervisors.Find(HostId);
        if (ReferenceEquals(_shown, Host)) return;
        _shown = Host;
        Watch(Host, About | HypervisorChange.Link);
        await RenewAsync();
    }

    /// <inheritdoc/>
    protected override Task ChangedAsync(HypervisorChange change) =>
        (change & ~HypervisorChange.Statistics) != 0 ? RenewAsync() : Task.CompletedTask;

    /// <summary>Reads what the page shows.</summary>
    protected abstract Task ReadAsync(LibvirtConnection connection);

    /// <summary>Reads again; what the host cannot do is kept as the reason, not shown as a fault.</summary>
    protected async Task RenewAsync()
    {
        if (Host is not { State: LinkState.Open } host) return;
        try
        {
            await ReadAsync(host.Connection);
            Lack = null;
        }
        catch (VirException error) when (error.Code is VirErrorNumber.VIR_ERR_NO_SUPPORT)
        {
            Lack = error.Message;
        }
        catch (VirException error)
        {
            Notices.Complain(error.Message);
        }
        catch (OperationCanceledException)
        {
            // The page has gone.
        }
    }
}
