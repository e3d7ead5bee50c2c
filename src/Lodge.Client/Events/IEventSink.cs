namespace Lodge.Client;

/// <summary>Where the events of one subscription go.</summary>
internal interface IEventSink
{
    /// <summary>Tells under which number the server knows the subscription.</summary>
    void Added(int callback);

    /// <summary>Takes an event, on the reading thread.</summary>
    void Take(in EventPacket packet);

    /// <summary>Tells that no more events come.</summary>
    void Complete();
}
