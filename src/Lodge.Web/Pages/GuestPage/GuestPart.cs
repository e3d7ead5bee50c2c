using Lodge.Web.Hypervisors;
using Lodge.Web.Parts;
using Microsoft.AspNetCore.Components;

namespace Lodge.Web.Pages.GuestPage;

/// <summary>A part of the page of one guest.</summary>
public abstract class GuestPart : LivePage
{
    /// <summary>The guest as it is now; its page gives another one after each change.</summary>
    [Parameter, EditorRequired]
    public Guest Guest { get; set; } = null!;

    /// <summary>Where it lives.</summary>
    protected Hypervisor Host => Guest.Host;

    /// <summary>What changes go to: what is kept, and the machine that runs.</summary>
    protected VirDomainModificationImpact Everywhere =>
        (Guest.IsActive ? VirDomainModificationImpact.VIR_DOMAIN_AFFECT_LIVE : 0)
        | (Guest.IsPersistent ? VirDomainModificationImpact.VIR_DOMAIN_AFFECT_CONFIG : 0);
}
