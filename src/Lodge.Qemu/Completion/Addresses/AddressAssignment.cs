using Lodge.Model.Domain;

namespace Lodge.Qemu.Completion.Addresses;

/// <summary>Gives every device its place (<c>qemuDomainAssignAddresses</c>).</summary>
internal static class AddressAssignment
{
    public static void Assign(DomainDefinition domain, IMachineFacts facts, CompletionOptions options)
    {
        VirtioSerialAssignment.Assign(domain);
        SpaprVioAssignment.Assign(domain);
        new PciAssignment(domain, facts).Assign();
        if (options.AbiUpdate)
        {
            UsbAssignment.Assign(domain);
        }

        MemorySlots.Assign(domain);
    }
}
