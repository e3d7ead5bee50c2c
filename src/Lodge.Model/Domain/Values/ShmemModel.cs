using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The kinds of shared memory devices.</summary>
public enum ShmemModel
{
    /// <summary><c>ivshmem</c>.</summary>
    Ivshmem,

    /// <summary><c>ivshmem-plain</c>.</summary>
    IvshmemPlain,

    /// <summary><c>ivshmem-doorbell</c>.</summary>
    IvshmemDoorbell,
}

/// <summary>The words of <see cref="ShmemModel"/>.</summary>
public static class ShmemModelNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<ShmemModel> Table { get; } = new("ivshmem", "ivshmem-plain", "ivshmem-doorbell");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this ShmemModel value) => Table[value];
}
