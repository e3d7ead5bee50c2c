using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Probing;
using static Lodge.Qemu.Completion.Refusal;

namespace Lodge.Qemu.Completion.Validation;

/// <summary>How many virtual CPUs a machine takes, and in which arrangement.</summary>
internal static class VcpuValidation
{
    private const int MostWithoutExtendedInterrupts = 255;

    public static VirException? Find(DomainDefinition domain, IMachineFacts facts)
    {
        var most = facts.MaximumCpus(domain.Os.Machine!);
        return domain.Vcpus.Online == 0 ? Unsupported("Domain requires at least 1 vCPU")
            : domain.Vcpus.Maximum > most
                ? Unsupported($"Maximum CPUs greater than specified machine type limit {most}")
            : domain.Cpu?.Topology is { } topology && topology.Total != domain.Vcpus.Maximum
                && facts.Has(QemuCapability.QueryHotpluggableCpus)
                ? Unsupported("CPU topology doesn't match maximum vcpu count")
            : FindInterruptLimit(domain)
                ?? (domain.CpuTune.ResourceGroups.Count > 0 && domain.Type != DomainType.Kvm
                    ? Unsupported("cachetune is only supported for KVM domains") : null);
    }

    public static VirException? FindTopology(DomainDefinition domain) =>
        domain.Cpu?.Topology is { Total: > uint.MaxValue }
            ? DomainUnsupported($"cpu topology results in more than {uint.MaxValue} cpus") : null;

    private static VirException? FindInterruptLimit(DomainDefinition domain) =>
        !domain.Os.IsX86 || domain.Vcpus.Maximum <= MostWithoutExtendedInterrupts ? null
        : !domain.Os.IsQ35 ? Unsupported(
            $"more than {MostWithoutExtendedInterrupts} vCPUs are only supported on q35-based machine types")
        : domain.Iommu is not { ExtendedInterrupts: true } ? Unsupported(
            $"more than {MostWithoutExtendedInterrupts} vCPUs require extended interrupt mode enabled on the iommu "
                + $"device")
        : null;
}
