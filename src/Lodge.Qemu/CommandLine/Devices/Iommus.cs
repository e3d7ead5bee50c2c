using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>The guest's own IOMMU.</summary>
internal static class Iommus
{
    public static void Add(CommandLineWriter writer)
    {
        if (writer.Definition.Iommu is not { } iommu) return;
        switch (iommu.Model)
        {
            case IommuModel.Intel:
                writer.AddDevice(QemuProperties.Device("intel-iommu")
                    .Add("id", iommu.Alias)
                    .AddOnOff("intremap", iommu.InterruptRemapping)
                    .Add("caching-mode", iommu.CachingMode)
                    .AddOnOff("eim", iommu.ExtendedInterrupts)
                    .Add("device-iotlb", iommu.DeviceTlb)
                    .AddNonZero("aw-bits", iommu.AddressWidth));
                break;
            case IommuModel.Virtio:
                writer.AddDevice(QemuProperties.Device("virtio-iommu")
                    .Add("id", iommu.Alias)
                    .AddAddress(iommu, writer.Scope));
                break;
            default:
                // SMMUv3 is a property of the machine.
                break;
        }
    }
}
