using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Completion.Addresses;

/// <summary>Registers on the virtual bus of pSeries machines (<c>qemuDomainAssignSpaprVIOAddresses</c>).</summary>
internal static class SpaprVioAssignment
{
    private const ulong Step = 0x1000;
    private const ulong FirstCard = 0x1000;
    private const ulong FirstController = 0x2000;
    private const ulong FirstSerial = 0x30000000;
    private const ulong FirstNvram = 0x3000;
    private const ulong FirstTpm = 0x4000;

    public static void Assign(DomainDefinition domain)
    {
        foreach (var device in domain.AllDevices())
        {
            if (device is Controller { ScsiModel: ScsiControllerModel.Ibmvscsi, Address: null })
            {
                device.Address = new SpaprVioAddress();
            }

            if (device.Address is SpaprVioAddress address && First(device) is { } first)
            {
                device.Address = Place(domain, device, address, first);
            }
        }
    }

    private static SpaprVioAddress Place(DomainDefinition domain, Device device, SpaprVioAddress address, ulong first)
    {
        if (address.Register is { } asked)
        {
            return !IsTaken(domain, device, asked) ? address : throw Refusal.Xml(
                $"spapr-vio address 0x{asked:x} already in use");
        }

        var register = first;
        while (IsTaken(domain, device, register))
        {
            register += Step;
        }

        return new SpaprVioAddress { Register = register };
    }

    private static bool IsTaken(DomainDefinition domain, Device device, ulong register) => domain.AllDevices().Any(
        other => other != device && other.Address is SpaprVioAddress { Register: { } taken } && taken == register);

    private static ulong? First(Device device) => device switch
    {
        Interface => FirstCard,
        Controller => FirstController,
        SerialDevice => FirstSerial,
        Nvram => FirstNvram,
        Tpm => FirstTpm,
        _ => null,
    };
}
