using Lodge.Install.Media;
using Lodge.Install.Options;
using Lodge.Install.Plan;
using Lodge.Install.Unattended;
using Lodge.Install.Unattended.Serving;

namespace Lodge.Install.Flow;

/// <summary>A guest that is ready to be made.</summary>
internal sealed class PreparedInstall : IAsyncDisposable
{
    /// <summary>What was asked for.</summary>
    public required InstallRequest Request { get; init; }

    /// <summary>The guest.</summary>
    public required GuestPlan Plan { get; init; }

    /// <summary>What it is installed from.</summary>
    public required InstallMethod Method { get; init; }

    /// <summary>The tree or medium that kernel and initrd come from; null where there is none.</summary>
    public InstallSource? Source { get; init; }

    /// <summary>What tells the installer what to do; null where a person does.</summary>
    public UnattendedPlan? Unattended { get; init; }

    /// <summary>The server that gives the installer its kickstart, once it runs; null for none.</summary>
    public KickstartServer? Server { get; set; }

    /// <summary>XML of the guest that is installed anew; null for a new one.</summary>
    public string? Original { get; init; }

    /// <summary>The guest's name.</summary>
    public string Name => Plan.Domain["name"] ?? "";

    /// <summary>Lets go of the tree, and serves no more.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Server is not null) await Server.DisposeAsync();
        if (Source is not null) await Source.DisposeAsync();
    }
}
