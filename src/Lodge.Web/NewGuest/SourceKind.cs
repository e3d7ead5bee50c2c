namespace Lodge.Web.NewGuest;

/// <summary>What a new guest is installed from.</summary>
public enum SourceKind
{
    /// <summary>An ISO image.</summary>
    Iso,

    /// <summary>A tree on a server.</summary>
    Tree,

    /// <summary>An image of a disk with a system on it.</summary>
    Import,

    /// <summary>An image made for clouds, that is told its user at the first start.</summary>
    Cloud,

    /// <summary>A server of the network that the guest is on.</summary>
    Network,

    /// <summary>Nothing yet.</summary>
    Nothing,
}
