using System.Numerics;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Probing;
using static Lodge.Qemu.Completion.Refusal;

namespace Lodge.Qemu.Completion.Validation;

/// <summary>Guest memory: devices, slots and huge pages.</summary>
internal static class MemoryValidation
{
    /// <summary>
    /// The smallest block of virtio-mem on hosts whose transparent huge pages have the usual size, in KiB.
    /// </summary>
    private const ulong SmallestBlock = 2048;

    public static VirException? Find(DomainDefinition domain, MemoryDevice memory) =>
        FindNode(domain, memory) ?? FindModel(memory);

    public static VirException? FindQemu(MemoryDevice memory, IMachineFacts facts) => memory.Model switch
    {
        MemoryModel.Dimm when !facts.Has(QemuCapability.DevicePcDimm) =>
            Unsupported("memory hotplug isn't supported by this QEMU binary"),
        MemoryModel.Nvdimm when !facts.Has(QemuCapability.DeviceNvdimm) =>
            Unsupported("nvdimm isn't supported by this QEMU binary"),
        MemoryModel.Nvdimm when memory.Readonly && !facts.Has(QemuCapability.DeviceNvdimmUnarmed) =>
            Unsupported("nvdimm readonly property is not available with this QEMU binary"),
        MemoryModel.VirtioPmem when !facts.Has(QemuCapability.DeviceVirtioPmemPci) =>
            Unsupported("virtio-pmem isn't supported by this QEMU binary"),
        MemoryModel.VirtioMem when !facts.Has(QemuCapability.DeviceVirtioMemPci) =>
            Unsupported("virtio-mem isn't supported by this QEMU binary"),
        MemoryModel.SgxEpc when !facts.Has(QemuCapability.SgxEpc) =>
            Unsupported("sgx epc isn't supported by this QEMU binary"),
        _ => null,
    };

    /// <summary>Whether memory can be added while the guest runs (<c>qemuDomainDefValidateMemoryHotplug</c>).</summary>
    public static VirException? FindHotplug(DomainDefinition domain)
    {
        var devices = domain.MemoryDevices;
        if (!domain.HasMemoryHotplug)
        {
            return devices.Count > 0
                ? Unsupported("cannot use/hotplug a memory device when domain 'maxMemory' is not defined") : null;
        }

        if (domain.Numa is not { Cells.Count: > 0 })
        {
            return Unsupported("At least one numa node has to be configured when enabling memory hotplug");
        }

        if (devices.Count > domain.MemorySlots)
        {
            return Unsupported($"memory device count '{devices.Count}' exceeds slots count '{domain.MemorySlots}'");
        }

        var total = devices.Aggregate(0UL, (sum, device) => sum + device.Size);
        return devices.Select(device => FindSlot(domain, device)).FirstOrDefault(refused => refused is not null)
            ?? (total > domain.MaximumMemory - domain.InitialMemory
                ? Unsupported("memory device total size exceeds hotplug space") : null);
    }

    public static VirException? FindHugePages(DomainDefinition domain, IMachineFacts facts) =>
        domain.MemoryBacking switch
    {
        { HugePages.Count: 0, UsesHugePages: false } => null,
        { Allocation: MemoryAllocation.Ondemand } =>
            Unsupported("hugepages are not allowed with memory allocation ondemand"),
        { AllocationThreads: > 0 } when !facts.Has(QemuCapability.MemoryBackendPreallocThreads) =>
            Unsupported("preallocation threads are unsupported with this QEMU"),
        { Source: MemorySource.Anonymous } =>
            Unsupported("hugepages are not allowed with anonymous memory source"),
        { Source: MemorySource.Memfd } when !facts.Has(QemuCapability.ObjectMemoryMemfdHugetlb) =>
            Unsupported("hugepages is not supported with memfd memory source"),
        _ => null,
    };

    /// <summary>Page sizes that get in each other's way (<c>virDomainDefMemtuneValidate</c>).</summary>
    public static VirException? FindPageSizes(DomainDefinition domain)
    {
        var pages = domain.MemoryBacking.HugePages;
        var nodes = domain.Numa?.Cells.Count ?? 0;
        for (var index = 0; index < pages.Count; index++)
        {
            for (var before = 0; before < index; before++)
            {
                switch (pages[index].Nodes, pages[before].Nodes)
                {
                    case ({ } one, { } other) when one.Overlaps(other):
                        return DomainDetail("nodeset attribute of hugepages of sizes "
                            + $"{pages[index].Size} and {pages[before].Size} intersect");
                    case (null, null):
                        return DomainDetail(
                            $"two master hugepages detected: {pages[index].Size} and {pages[before].Size}");
                }
            }

            foreach (var node in pages[index].Nodes?.Members ?? [])
            {
                if (node >= nodes)
                {
                    return DomainDetail($"hugepages: node {node} not found");
                }
            }
        }

        return null;
    }

    /// <summary>Whether another process can map all of the guest's memory.</summary>
    public static VirException? FindUnshared(DomainDefinition domain, string device)
    {
        var shared = domain.MemoryBacking.Access == MemoryAccess.Shared;
        var cells = domain.Numa?.Cells ?? [];
        return (cells.Count == 0 && !shared)
            || cells.Exists(
                cell => cell.Access == MemoryAccess.Private || (cell.Access == MemoryAccess.Default && !shared))
            ? Unsupported($"'{device}' requires shared memory") : null;
    }

    private static VirException? FindNode(DomainDefinition domain, MemoryDevice memory) =>
        memory.TargetNode < 0 ? null
        : domain.Numa is not { Cells.Count: > 0 and var count }
            ? DomainDetail("can't add memory backend as guest has no NUMA nodes configured")
        : memory.TargetNode >= count
            ? DomainDetail($"can't add memory backend for guest node '{memory.TargetNode}' "
                + $"as the guest has only '{count}' NUMA nodes configured")
        : null;

    private static VirException? FindModel(MemoryDevice memory) => memory switch
    {
        { Model: MemoryModel.Nvdimm or MemoryModel.VirtioPmem, Path: null } =>
            DomainDetail($"path is required for model '{memory.Model.ToXml()}'"),
        { Model: MemoryModel.Nvdimm, Discard: true } => DomainUnsupported("discard is not supported for nvdimms"),
        { Model: MemoryModel.Nvdimm, Uuid: not null } => DomainUnsupported("UUID is not supported for NVDIMM device"),
        { Model: MemoryModel.VirtioPmem, Discard: true } =>
            DomainUnsupported("discard is not supported for model 'virtio-pmem'"),
        { Model: MemoryModel.VirtioPmem, Access: not MemoryAccess.Shared } =>
            DomainUnsupported("shared access mode required for virtio-pmem device"),
        { Model: MemoryModel.VirtioPmem, TargetNode: not -1 } =>
            DomainUnsupported("virtio-pmem does not support NUMA nodes"),
        { Model: MemoryModel.VirtioMem } when memory.RequestedSize > memory.Size =>
            DomainDetail($"requested size must be smaller than or equal to @size ({memory.Size}KiB)"),
        { Model: MemoryModel.VirtioMem } when !BitOperations.IsPow2(memory.BlockSize) =>
            DomainDetail("block size must be a power of two"),
        { Model: MemoryModel.VirtioMem, BlockSize: < SmallestBlock } =>
            DomainDetail($"block size too small, must be at least {SmallestBlock}KiB"),
        { Model: MemoryModel.VirtioMem } when memory.RequestedSize % memory.BlockSize != 0 =>
            DomainDetail("requested size must be an integer multiple of block size"),
        { Model: MemoryModel.SgxEpc, Address: not null } =>
            DomainUnsupported("memory device address is not supported for model 'sgx-epc'"),
        _ => null,
    };

    private static VirException? FindSlot(DomainDefinition domain, MemoryDevice memory) => memory switch
    {
        { Model: MemoryModel.Dimm or MemoryModel.Nvdimm, Address: not (null or DimmAddress) } =>
            Unsupported("only 'dimm' addresses are supported for the pc-dimm device"),
        { Model: MemoryModel.Dimm or MemoryModel.Nvdimm, TargetNode: -1 } =>
            Unsupported("target NUMA node needs to be specified for memory device"),
        { Model: MemoryModel.Dimm or MemoryModel.Nvdimm, Address: DimmAddress place }
            when place.Slot >= domain.MemorySlots =>
            Unsupported($"memory device slot '{place.Slot}' exceeds slots count '{domain.MemorySlots}'"),
        { Model: MemoryModel.VirtioPmem or MemoryModel.VirtioMem, Address: not (null or PciAddress) } =>
            Unsupported($"only 'pci' addresses are supported for the {memory.Model.ToXml()} device"),
        _ => null,
    };
}
