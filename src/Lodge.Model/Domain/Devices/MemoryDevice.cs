using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>
/// A memory module (<c>&lt;memory&gt;</c> among the devices): DIMM, NVDIMM, virtio-pmem, virtio-mem, SGX.
/// </summary>
public sealed class MemoryDevice : Device
{
    private const ulong SmallestLabel = 128;

    /// <summary>The kind of module.</summary>
    public MemoryModel Model { get; set; }

    /// <summary>Whether it is shared with other processes.</summary>
    public MemoryAccess Access { get; set; }

    /// <summary>Whether its content is dropped when the guest ends.</summary>
    public bool? Discard { get; set; }

    /// <summary>The UUID of an NVDIMM.</summary>
    public Guid? Uuid { get; set; }

    /// <summary>Host nodes that its memory comes from.</summary>
    public CpuSet? SourceNodes { get; set; }

    /// <summary>KiB of a page; 0 for the usual one.</summary>
    public ulong PageSize { get; set; }

    /// <summary>The file or device of persistent memory.</summary>
    public string? Path { get; set; }

    /// <summary>KiB of alignment; 0 for QEMU's own.</summary>
    public ulong AlignSize { get; set; }

    /// <summary>Whether the file lies in persistent memory.</summary>
    public bool Pmem { get; set; }

    /// <summary>KiB.</summary>
    public ulong Size { get; set; }

    /// <summary>The guest's NUMA node; -1 for none said.</summary>
    public int TargetNode { get; set; } = -1;

    /// <summary>KiB of an NVDIMM's label area; 0 for none.</summary>
    public ulong LabelSize { get; set; }

    /// <summary>Whether an NVDIMM may not be written.</summary>
    public bool Readonly { get; set; }

    /// <summary>KiB of a block of virtio-mem.</summary>
    public ulong BlockSize { get; set; }

    /// <summary>KiB that the guest should have of virtio-mem.</summary>
    public ulong RequestedSize { get; set; }

    /// <summary>KiB that the guest has of virtio-mem.</summary>
    public ulong CurrentSize { get; set; }

    internal static MemoryDevice Parse(Element element, DomainXmlParseOptions options)
    {
        var memory = new MemoryDevice
        {
            Model = element.RequiredNamed("model", MemoryModelNames.Table, nonZero: true),
            Access = element.Named("access", MemoryAccessNames.Table, nonZero: true),
            Discard = element.YesNo("discard"),
        };
        if (memory.Model == MemoryModel.Nvdimm && element.ChildText("uuid") is { } text)
        {
            memory.Uuid = UuidText.TryParse(text, out var uuid)
                ? uuid
                : throw XmlError.Domain(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "malformed uuid element");
        }

        if (element.Child("source") is { } source)
        {
            memory.ParseSource(source);
        }

        memory.ParseTarget(element.Child("target")
            ?? throw XmlError.Domain("missing <target> element for <memory> device"));
        memory.ParseInfo(element, options);
        return memory;
    }

    internal override void Format(XmlOutput output, DomainXmlFormatOptions options)
    {
        output.Start("memory").Attribute("model", Model.ToXml()).Named("access", Access, MemoryAccessNames.Table)
            .YesNo("discard", Discard);
        output.Text("uuid", Uuid is { } uuid ? UuidText.Format(uuid) : null);
        output.Start("source").Text("nodemask", SourceNodes?.ToString()).Kibibytes("pagesize", Some(PageSize))
            .Text("path", Path).Kibibytes("alignsize", Some(AlignSize)).Flag("pmem", Pmem).EndUnlessEmpty();
        output.Start("target").Kibibytes("size", Size).Text("node", TargetNode < 0 ? null : (long?)TargetNode);
        output.Start("label").Kibibytes("size", Some(LabelSize)).EndUnlessEmpty();
        output.Flag("readonly", Readonly);
        if (BlockSize != 0)
        {
            output.Kibibytes("block", BlockSize).Kibibytes("requested", RequestedSize);
            if (!options.Inactive)
            {
                output.Kibibytes("current", CurrentSize);
            }
        }

        output.End();
        FormatInfo(output);
        output.End();
    }

    private static ulong? Some(ulong value) => value == 0 ? null : value;

    private void ParseSource(Element source)
    {
        if (Model is MemoryModel.Dimm or MemoryModel.VirtioMem)
        {
            PageSize = source.ChildKibibytes("pagesize") ?? 0;
        }

        if (Model is MemoryModel.Dimm or MemoryModel.VirtioMem or MemoryModel.SgxEpc
            && source.ChildText("nodemask") is { } mask)
        {
            SourceNodes = DomainParsing.NonEmptySet(mask, "nodemask");
        }

        if (Model is MemoryModel.Nvdimm or MemoryModel.VirtioPmem)
        {
            Path = source.ChildText("path");
        }

        if (Model == MemoryModel.Nvdimm)
        {
            AlignSize = source.ChildKibibytes("alignsize") ?? 0;
            Pmem = source.Has("pmem");
        }
    }

    private void ParseTarget(Element target)
    {
        if (target.ChildText("node") is { } node)
        {
            TargetNode = Numbers.TryInt(node, 10, out var number) && number >= 0
                ? number
                : throw XmlError.Domain("invalid value of memory device node");
        }

        Size = target.ChildKibibytes("size") ?? throw XmlError.Here("Missing element or attribute './size'");
        if (Model == MemoryModel.Nvdimm)
        {
            LabelSize = target.Child("label")?.ChildKibibytes("size") ?? 0;
            if (LabelSize is not 0 and < SmallestLabel)
            {
                throw XmlError.Domain("nvdimm label must be at least 128KiB");
            }

            if (LabelSize >= Size)
            {
                throw XmlError.Domain("label size must be smaller than NVDIMM size");
            }

            Readonly = target.Has("readonly");
        }

        if (Model == MemoryModel.VirtioMem)
        {
            BlockSize = target.ChildKibibytes("block") ?? 0;
            RequestedSize = target.ChildKibibytes("requested") ?? 0;
        }
    }
}
