using System.Threading.Channels;
using Lodge.Web.Hypervisors;

namespace Lodge.Web.Consoles;

/// <summary>Lets a loop wait until something of a hypervisor is other than before.</summary>
internal sealed class HostSignal : IDisposable
{
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly Hypervisor _host;
    private readonly HypervisorChange _wanted;

    public HostSignal(Hypervisor host, HypervisorChange wanted)
    {
        _host = host;
        _wanted = wanted;
        host.Changed += Take;
    }

    /// <summary>Ends after the next change, or at once where one has been since the last time.</summary>
    public async ValueTask NextAsync(CancellationToken cancellation) => await _signal.Reader.ReadAsync(cancellation);

    public void Dispose() => _host.Changed -= Take;

    private void Take(HypervisorChange change)
    {
        if ((change & _wanted) != 0) _signal.Writer.TryWrite(true);
    }
}
