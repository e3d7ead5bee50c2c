using Lodge.Web.Hypervisors;

namespace Lodge.Web.Guests;

/// <summary>Says what a guest does.</summary>
public static class GuestStateText
{
    /// <summary>The state in a word or two.</summary>
    public static string Of(Guest guest) => guest.State switch
    {
        VirDomainState.VIR_DOMAIN_RUNNING or VirDomainState.VIR_DOMAIN_BLOCKED => "Running",
        VirDomainState.VIR_DOMAIN_PAUSED => "Paused",
        VirDomainState.VIR_DOMAIN_SHUTDOWN => "Shutting down",
        VirDomainState.VIR_DOMAIN_CRASHED => "Crashed",
        VirDomainState.VIR_DOMAIN_PMSUSPENDED => "Sleeping",
        VirDomainState.VIR_DOMAIN_SHUTOFF => guest.HasSavedState ? "Saved" : "Off",
        _ => "Unknown",
    };

    /// <summary>More about it, where there is more to say.</summary>
    public static string? Detail(Guest guest) => (guest.State, guest.Reason) switch
    {
        (VirDomainState.VIR_DOMAIN_PAUSED, 5) => "A disk cannot be read or written.",
        (VirDomainState.VIR_DOMAIN_PAUSED, 6) => "The watchdog fired.",
        (VirDomainState.VIR_DOMAIN_PAUSED, 10) => "The guest's kernel panicked.",
        (VirDomainState.VIR_DOMAIN_PAUSED, 11) => "It is starting up.",
        (VirDomainState.VIR_DOMAIN_SHUTOFF, 3) => "It crashed.",
        (VirDomainState.VIR_DOMAIN_SHUTOFF, 6) => "It did not start.",
        _ => null,
    };

    /// <summary>The class of its colour.</summary>
    public static string Tone(Guest guest) => guest.State switch
    {
        VirDomainState.VIR_DOMAIN_RUNNING or VirDomainState.VIR_DOMAIN_BLOCKED => "good",
        VirDomainState.VIR_DOMAIN_PAUSED or VirDomainState.VIR_DOMAIN_PMSUSPENDED => "warn",
        VirDomainState.VIR_DOMAIN_SHUTDOWN => "busy",
        VirDomainState.VIR_DOMAIN_CRASHED => "bad",
        _ => guest.HasSavedState ? "warn" : "idle",
    };
}
