using Lodge.Install.Drafts;

namespace Lodge.Install.Cloning;

/// <summary>A clone that is ready to be made.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Guest">Its XML.</param>
/// <param name="Disks">Disks, with firmware variables if they are copied.</param>
internal sealed record PreparedClone(CloneRequest Request, Draft Guest, IReadOnlyList<CloneDisk> Disks)
{
    /// <summary>Its name.</summary>
    public string Name => Guest["name"] ?? "";

    /// <summary>Its XML.</summary>
    public string Xml => Guest.ToXml();
}
