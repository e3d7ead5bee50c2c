using Lodge.Install.Drafts;
using Lodge.Install.Facts;

namespace Lodge.Install.Cloning;

/// <summary>A clone that is ready to be made.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Guest">Its XML.</param>
/// <param name="Disks">Disks, with firmware variables if they are copied.</param>
/// <param name="Storage">Where the disks lie.</param>
internal sealed record PreparedClone(
    CloneRequest Request, Draft Guest, IReadOnlyList<CloneDisk> Disks, IHostStorage Storage)
{
    /// <summary>Its name.</summary>
    public string Name => Guest["name"] ?? "";

    /// <summary>Its XML.</summary>
    public string Xml => Guest.ToXml();
}
