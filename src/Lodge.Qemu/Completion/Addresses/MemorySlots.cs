using Lodge.Model.Domain;

namespace Lodge.Qemu.Completion.Addresses;

/// <summary>Slots for memory modules (<c>qemuDomainAssignMemorySlots</c>).</summary>
internal static class MemorySlots
{
    public static void Assign(DomainDefinition domain)
    {
        if (!domain.HasMemoryHotplug)
        {
            return;
        }

        var used = domain.MemoryDevices.Select(module => module.Address).OfType<DimmAddress>()
            .Select(address => address.Slot).ToHashSet();
        foreach (var module in domain.MemoryDevices)
        {
            if (module.Model is not (MemoryModel.Dimm or MemoryModel.Nvdimm) || module.Address is DimmAddress)
            {
                continue;
            }

            var slot = 0U;
            while (used.Contains(slot))
            {
                slot++;
            }

            if (slot >= domain.MemorySlots)
            {
                throw Refusal.Internal("failed to find an empty memory slot");
            }

            used.Add(slot);
            module.Address = new DimmAddress { Slot = slot };
        }
    }
}
