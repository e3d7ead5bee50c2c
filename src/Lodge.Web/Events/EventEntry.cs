namespace Lodge.Web.Events;

/// <summary>One line of the log.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Time">When it was heard of.</param>
/// <param name="HostId">The hypervisor's name in addresses.</param>
/// <param name="HostName">The hypervisor's name for people.</param>
/// <param name="GuestUuid">The guest, if it is about one.</param>
/// <param name="GuestName">Its name.</param>
/// <param name="Level">How it is to be taken.</param>
/// <param name="Text">What happened, for people.</param>
public sealed record EventEntry(
    long Number,
    DateTimeOffset Time,
    string HostId,
    string HostName,
    Guid? GuestUuid,
    string? GuestName,
    EventLevel Level,
    string Text);
