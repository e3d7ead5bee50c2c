using Lodge.Install.Drafts;
using Lodge.Install.Drafts.Shapes;
using Lodge.Install.Facts;

namespace Lodge.Install.Options;

/// <summary>
/// The guest that options describe: its XML so far, and what is to be decided once all of them are known.
/// </summary>
/// <param name="host">The host that is to run it.</param>
internal sealed class GuestPlan(IHostFacts host)
{
    /// <summary>The host that is to run it.</summary>
    public IHostFacts Host => host;

    /// <summary>The domain so far.</summary>
    public Draft Domain { get; } = new(DomainShape.Domain);

    /// <summary>
    /// Devices that a guest would get of itself and that options have declined, by the name of their element.
    /// </summary>
    public HashSet<string> Declined { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether UEFI was asked for, whichever file it turns out to be.</summary>
    public bool WantsUefi { get; set; }

    /// <summary>How many spare PCI Express ports a machine that has such gets.</summary>
    public int SpareRootPorts { get; set; } = 14;

    /// <summary>Short name of the operating system named among the metadata; null where none is.</summary>
    public string? OsName { get; set; }

    /// <summary>Whether processors get the features that guard guests from each other.</summary>
    public bool IsProcessorGuarded { get; set; } = true;

    /// <summary>Whether options have said what the processors are like.</summary>
    public bool IsProcessorDecided { get; set; }
}
