using Lodge.Install.Options.Methods;

namespace Lodge.Install.Cloning;

/// <summary>All that a command line says of a guest to be cloned.</summary>
internal sealed record CloneRequest
{
    /// <summary>The guest that is cloned, by its name; null where its XML is given.</summary>
    public string? Original { get; init; }

    /// <summary>XML of the guest that is cloned; null where its name is given.</summary>
    public string? OriginalXml { get; init; }

    /// <summary>The new guest's name; null for one that is made up.</summary>
    public string? Name { get; init; }

    /// <summary>Whether names and paths that are not given are made up.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>The new guest's UUID; null for a random one.</summary>
    public string? Uuid { get; init; }

    /// <summary>Paths of the new disks, in the order of those that are copied.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Targets of disks that are copied though they would be shared (<c>hdc</c>).</summary>
    public IReadOnlyList<string> Copied { get; init; } = [];

    /// <summary>Targets of disks that both guests use.</summary>
    public IReadOnlyList<string> Shared { get; init; } = [];

    /// <summary>MAC addresses of the new cards, in their order; <c>RANDOM</c> for random ones.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>The new file for firmware variables; null for one that is made up.</summary>
    public string? Nvram { get; init; }

    /// <summary>Whether copies take no more room than what is in them.</summary>
    public bool IsSparse { get; init; } = true;

    /// <summary>Whether the new disks are there already, and stay as they are.</summary>
    public bool IsPreserved { get; init; }

    /// <summary>Whether copies share their blocks with what they are a copy of until either changes.</summary>
    public bool IsReflink { get; init; }

    /// <summary>Whether a guest of the new name makes room.</summary>
    public bool Replaces { get; init; }

    /// <summary><c>--check</c>.</summary>
    public required CheckOptions Checks { get; init; }
}
