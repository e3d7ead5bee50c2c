namespace Lodge.Web.Hypervisors;

/// <content>Opening the connection, and opening it again.</content>
public sealed partial class Hypervisor
{
    // Nobody tells when a host is there again. A local socket costs nothing to try, another host a process of ssh.
    private TimeSpan RetryPeriod => Uri.Contains("ssh", StringComparison.Ordinal)
        ? TimeSpan.FromSeconds(15)
        : TimeSpan.FromSeconds(1);

    private async Task LiveAsync(CancellationToken cancellation)
    {
        using var retry = new PeriodicTimer(RetryPeriod);
        try
        {
            do
            {
                try
                {
                    await using var connection = await LibvirtConnection.OpenAsync(
                        Uri, cancellationToken: cancellation);
                    await ServeAsync(connection, cancellation);
                }
                catch (Exception error) when (error is VirException or IOException or InvalidOperationException)
                {
                    Lose(error.Message);
                }
            }
            while (await retry.WaitForNextTickAsync(cancellation));
        }
        catch (OperationCanceledException)
        {
            // The program ends, or the connection is no longer wanted.
        }
        finally
        {
            _connection = null;
        }
    }

    private async Task ServeAsync(LibvirtConnection connection, CancellationToken cancellation)
    {
        await connection.SetKeepAliveAsync(TimeSpan.FromSeconds(5), 5, cancellation);
        Kind = await connection.GetTypeAsync(cancellation);
        Name = await connection.GetHostnameAsync(cancellation);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var pumps = await SubscribeAsync(connection, over.Token);
        _unsupported.Clear();
        await LoadAsync(connection, cancellation);
        _connection = connection;
        Fault = null;
        State = LinkState.Open;
        _log.Add(this, null, Events.EventLevel.Good, "Connected");
        Raise(HypervisorChange.Link | HypervisorChange.Guests);
        var reloads = ReloadAsync(connection, over.Token);
        try
        {
            var end = await connection.Closed.WaitAsync(cancellation);
            Lose(end.Message);
        }
        finally
        {
            _connection = null;
            await over.CancelAsync();
            await Task.WhenAll([reloads, .. pumps]);
        }
    }

    private void Lose(string why)
    {
        _connection = null;
        var wasLost = State == LinkState.Lost && Fault == why;
        Fault = why;
        State = LinkState.Lost;
        if (wasLost) return;
        _log.Add(this, null, Events.EventLevel.Bad, $"No connection: {why}");
        Raise(HypervisorChange.Link);
    }
}
