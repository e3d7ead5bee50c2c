namespace Lodge.Qemu.Qmp.Events;

/// <summary>Something that QEMU tells on its own (QMP asynchronous event).</summary>
/// <remarks>Source: QEMU's QMP reference; each type names its event.</remarks>
public abstract record QmpEvent
{
    /// <summary>When it happened, by QEMU's clock.</summary>
    public DateTimeOffset Time { get; init; }
}

/// <summary>An event without a type of its own here, or whose data has an unexpected shape.</summary>
/// <param name="Name">The event's name in QMP.</param>
/// <param name="Data">Its data as JSON text; <c>{}</c> where it has none.</param>
public sealed record OtherQmpEvent(string Name, string Data) : QmpEvent;
