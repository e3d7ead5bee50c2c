namespace Lodge.Daemon.Server;

internal sealed partial class ClientSession
{
    private List<ServerStream>? _streams;

    internal void AddStream(ServerStream stream)
    {
        lock (_gate)
        {
            if (!_closed)
            {
                (_streams ??= []).Add(stream);
                return;
            }
        }

        stream.Discard();
    }

    internal void RemoveStream(ServerStream stream)
    {
        lock (_gate)
        {
            _streams?.Remove(stream);
        }
    }

    private ServerStream? FindStream(in StreamKey key)
    {
        lock (_gate)
        {
            if (_streams is null)
            {
                return null;
            }

            foreach (var stream in _streams)
            {
                if (stream.Key == key)
                {
                    return stream;
                }
            }

            return null;
        }
    }
}
