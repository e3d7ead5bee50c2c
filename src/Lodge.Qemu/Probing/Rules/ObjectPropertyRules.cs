using static Lodge.Qemu.Probing.QemuCapability;

namespace Lodge.Qemu.Probing.Rules;

/// <summary>Capabilities that are there when an object has a property (QMP <c>qom-list-properties</c>).</summary>
internal static class ObjectPropertyRules
{
    /// <summary>The rules, in no order that matters.</summary>
    internal static readonly (string Type, string Property, QemuCapability Capability)[] Table =
    [
        ("memory-backend-memfd", "hugetlb", ObjectMemoryMemfdHugetlb),
        ("memory-backend-file", "pmem", ObjectMemoryFilePmem),
        ("max-x86_64-cpu", "unavailable-features", CpuUnavailableFeatures),
        ("max-arm-cpu", "unavailable-features", CpuUnavailableFeatures),
        ("max-x86_64-cpu", "kvm-no-adjvtime", CpuKvmNoAdjvtime),
        ("max-arm-cpu", "kvm-no-adjvtime", CpuKvmNoAdjvtime),
        ("max-x86_64-cpu", "migratable", CpuMigratable),
        ("max-arm-cpu", "migratable", CpuMigratable),
        ("memory-backend-file", "x-use-canonical-path-for-ramblock-id", XUseCanonicalPathForRamblockId),
        ("none-machine", "confidential-guest-support", MachineConfidentalGuestSupport),
        ("memory-backend-file", "reserve", MemoryBackendReserve),
        ("memory-backend-file", "prealloc-threads", MemoryBackendPreallocThreads),
    ];
}
