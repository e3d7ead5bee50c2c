using Lodge.Web.Hypervisors;

namespace Lodge.Web.Guests;

/// <summary>Something that can be done with a whole guest.</summary>
/// <param name="Id">Its name in programs.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Icon">Its picture.</param>
/// <param name="Needs">Why it makes no sense for a guest as it is; null where it does.</param>
/// <param name="RunAsync">Does it.</param>
/// <param name="Question">What is asked before it is done; null where nothing is lost by it.</param>
public sealed record GuestDeed(
    string Id,
    string Label,
    string Icon,
    Func<Guest, string?> Needs,
    Func<Guest, CancellationToken, ValueTask> RunAsync,
    string? Question = null)
{
    /// <summary>Starts it.</summary>
    public static GuestDeed Start { get; } = new(
        "start", "Start", "play", NeedsOff, (guest, cancellation) => guest.Domain.CreateAsync(cancellation));

    /// <summary>Asks its system to shut down.</summary>
    public static GuestDeed Shutdown { get; } = new(
        "shutdown", "Shut down", "power", NeedsRunning,
        (guest, cancellation) => guest.Domain.ShutdownAsync(cancellation));

    /// <summary>Asks its system to restart.</summary>
    public static GuestDeed Reboot { get; } = new(
        "reboot", "Reboot", "rotate", NeedsRunning,
        (guest, cancellation) => guest.Domain.RebootAsync(cancellationToken: cancellation));

    /// <summary>Stops its processors.</summary>
    public static GuestDeed Pause { get; } = new(
        "pause", "Pause", "pause", NeedsRunning, (guest, cancellation) => guest.Domain.SuspendAsync(cancellation));

    /// <summary>Lets its processors go on.</summary>
    public static GuestDeed Resume { get; } = new(
        "resume", "Resume", "play",
        guest => guest.IsPaused ? null : "The guest is not paused.",
        (guest, cancellation) => guest.Domain.ResumeAsync(cancellation));

    /// <summary>Keeps its state on disk and stops it.</summary>
    public static GuestDeed Save { get; } = new(
        "save", "Save", "save", NeedsActive,
        (guest, cancellation) => guest.Domain.ManagedSaveAsync(cancellationToken: cancellation));

    /// <summary>Presses its reset button.</summary>
    public static GuestDeed Reset { get; } = new(
        "reset", "Force reset", "zap", NeedsActive,
        (guest, cancellation) => guest.Domain.ResetAsync(cancellationToken: cancellation),
        "Its system gets no chance to write what it holds in memory.");

    /// <summary>Pulls its plug.</summary>
    public static GuestDeed Destroy { get; } = new(
        "destroy", "Force off", "plug", NeedsActive,
        (guest, cancellation) => guest.Domain.DestroyAsync(cancellation),
        "Its system gets no chance to write what it holds in memory.");

    /// <summary>All of them, as menus show them.</summary>
    public static IReadOnlyList<GuestDeed> All { get; } =
        [Start, Shutdown, Reboot, Pause, Resume, Save, Reset, Destroy];

    private static string? NeedsOff(Guest guest) => guest.IsActive ? "The guest is running already." : null;

    private static string? NeedsRunning(Guest guest) => guest.IsRunning ? null : "The guest is not running.";

    private static string? NeedsActive(Guest guest) => guest.IsActive ? null : "The guest is off.";
}
