using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The kinds of memory modules.</summary>
public enum MemoryModel
{
    /// <summary>Nothing chosen.</summary>
    None,

    /// <summary><c>dimm</c>.</summary>
    Dimm,

    /// <summary><c>nvdimm</c>.</summary>
    Nvdimm,

    /// <summary><c>virtio-pmem</c>.</summary>
    VirtioPmem,

    /// <summary><c>virtio-mem</c>.</summary>
    VirtioMem,

    /// <summary><c>sgx-epc</c>.</summary>
    SgxEpc,
}

/// <summary>The words of <see cref="MemoryModel"/>.</summary>
public static class MemoryModelNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<MemoryModel> Table { get; } = new(
        "", "dimm", "nvdimm", "virtio-pmem", "virtio-mem", "sgx-epc");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this MemoryModel value) => Table[value];
}
