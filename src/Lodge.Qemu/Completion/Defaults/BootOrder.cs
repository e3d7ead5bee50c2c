using Lodge.Model.Domain;

namespace Lodge.Qemu.Completion.Defaults;

/// <summary>Whether kinds of devices or single devices say what is booted from.</summary>
internal static class BootOrder
{
    public static void Apply(DomainDefinition domain)
    {
        if (domain.Os.Type != OsType.Hvm)
        {
            return;
        }

        var turns = new HashSet<uint>();
        foreach (var device in domain.AllDevices().Where(device => device.BootOrder != 0))
        {
            if (!turns.Add(device.BootOrder))
            {
                throw Refusal.DomainUnsupported($"boot order '{device.BootOrder}' used for more than one device");
            }
        }

        if (domain.Os.BootDevices.Count > 0 && turns.Count > 0)
        {
            throw Refusal.DomainUnsupported("per-device boot elements cannot be used together with os/boot elements");
        }

        if (domain.Os.BootDevices.Count == 0 && turns.Count == 0)
        {
            domain.Os.BootDevices.Add(BootDevice.Hd);
        }
    }
}
