namespace Lodge.Host.Netlink;

/// <summary>What a netlink message asks for.</summary>
/// <remarks>Source: Linux <c>netlink(7)</c>, <c>NLM_F_*</c>.</remarks>
[Flags]
public enum NetlinkFlags : ushort
{
    /// <summary>Nothing beyond the request itself.</summary>
    None = 0,

    /// <summary>It is a request.</summary>
    Request = 0x1,

    /// <summary>More parts follow.</summary>
    Multipart = 0x2,

    /// <summary>It is answered even where nothing went wrong.</summary>
    Acknowledge = 0x4,

    /// <summary>Everything of the kind is wanted.</summary>
    Dump = 0x300,

    /// <summary>What is there is replaced.</summary>
    Replace = 0x100,

    /// <summary>It fails where the object is there already.</summary>
    Exclusive = 0x200,

    /// <summary>The object is made where it is not there.</summary>
    Create = 0x400,

    /// <summary>It is added behind what is there.</summary>
    Append = 0x800,
}
