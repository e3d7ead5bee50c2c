namespace Lodge.Model.Domain;

/// <summary>Where devices sit.</summary>
public static partial class AbiStability
{
    private static void CheckPlace(Device source, Device target)
    {
        Same("Target device address type {0} does not match source {1}", TypeOf(source), TypeOf(target));
        switch (source.Address, target.Address)
        {
            case (PciAddress one, PciAddress other):
                Agree(one.IsSamePlace(other), $"Target device PCI address {other} does not match source {one}");
                break;
            case (DriveAddress one, DriveAddress other):
                Same("Target device drive address {0} does not match source {1}",
                    $"{one.Controller}:{one.Bus}:{one.Unit}", $"{other.Controller}:{other.Bus}:{other.Unit}");
                break;
            case (VirtioSerialAddress one, VirtioSerialAddress other):
                Same("Target device virtio serial address {0} does not match source {1}",
                    $"{one.Controller}:{one.Bus}:{one.Port}", $"{other.Controller}:{other.Bus}:{other.Port}");
                break;
            case (CcidAddress one, CcidAddress other):
                Same("Target device ccid address {0} does not match source {1}",
                    $"{one.Controller}:{one.Slot}", $"{other.Controller}:{other.Slot}");
                break;
            case (IsaAddress one, IsaAddress other):
                Same("Target device isa address {0} does not match source {1}",
                    $"{one.IoBase}:{one.Irq}", $"{other.IoBase}:{other.Irq}");
                break;
            case (DimmAddress one, DimmAddress other):
                Same("Target device dimm slot {0} does not match source {1}", one.Slot, other.Slot);
                Same("Target device dimm base address '{0:x}' does not match source '{1:x}'", one.Base, other.Base);
                break;
        }

        Same("Target ACPI index '{0}' does not match source '{1}'", source.AcpiIndex, target.AcpiIndex);
    }

    private static string TypeOf(Device device) => (device.Address?.Type ?? AddressType.None).ToXml();

    private static void CheckVirtio(VirtioOptions? source, VirtioOptions? target)
    {
        Option("iommu", source?.Iommu, target?.Iommu);
        Option("ats", source?.Ats, target?.Ats);
        Option("packed", source?.Packed, target?.Packed);
        Option("page_per_vq", source?.PagePerVirtqueue, target?.PagePerVirtqueue);

        static void Option(string name, bool? source, bool? target) => Same(
            $"Target device {name} option '{{0}}' does not match source '{{1}}'", OnOff(source), OnOff(target));
    }
}
