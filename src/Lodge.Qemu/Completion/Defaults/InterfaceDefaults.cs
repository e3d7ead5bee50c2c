using Lodge.Model.Domain;

namespace Lodge.Qemu.Completion.Defaults;

/// <summary>What a network interface has without being told.</summary>
internal static class InterfaceDefaults
{
    public static void Apply(Interface nic, IMachineFacts facts)
    {
        if (nic.Model is not null || nic.Type == InterfaceType.Hostdev)
        {
            return;
        }

        nic.Model = nic.Type == InterfaceType.Vdpa ? "virtio"
            : facts.HasDevice("rtl8139") ? "rtl8139"
            : facts.HasDevice("e1000") ? "e1000"
            : facts.HasDevice("virtio-net-pci") ? "virtio"
            : "rtl8139";
    }
}
