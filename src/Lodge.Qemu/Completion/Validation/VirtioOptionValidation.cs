using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using static Lodge.Qemu.Completion.Refusal;

namespace Lodge.Qemu.Completion.Validation;

/// <summary>Options of virtio devices on devices that are none (<c>virDomainCheckVirtioOptionsAreAbsent</c>).</summary>
internal static class VirtioOptionValidation
{
    public static VirException? FindAny(VirtioOptions? options) => options switch
    {
        { Iommu: not null } => DomainUnsupported("iommu driver option is only supported for virtio devices"),
        { Ats: not null } => DomainUnsupported("ats driver option is only supported for virtio devices"),
        { Packed: not null } => DomainUnsupported("packed driver option is only supported for virtio devices"),
        { PagePerVirtqueue: not null } => DomainUnsupported("page_per_vq option is only supported for virtio devices"),
        _ => null,
    };
}
