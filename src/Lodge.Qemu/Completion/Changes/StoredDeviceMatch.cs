using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Completion.Validation;

namespace Lodge.Qemu.Completion.Changes;

/// <summary>Finds the stored device that a description means (<c>virDomain*Find</c>).</summary>
internal static class StoredDeviceMatch
{
    /// <summary>Finds a card by what is said of it: MAC, place, alias.</summary>
    /// <exception cref="VirException">There is none (VIR_ERR_DEVICE_MISSING), or more than one.</exception>
    public static Interface Find(DomainDefinition domain, Interface card)
    {
        var place = card.Address is PciAddress { IsEmpty: false } pci ? pci : null;
        var found = domain.Interfaces.FindAll(other => (card.MacGenerated || other.Mac == card.Mac)
            && (place is null || (other.Address is PciAddress own && own.IsSamePlace(place)))
            && (card.Alias is null || other.Alias is null || other.Alias == card.Alias));
        return found switch
        {
            [var only] => only,
            [] => throw new VirException(VirErrorNumber.VIR_ERR_DEVICE_MISSING, VirErrorDomain.VIR_FROM_DOMAIN,
                $"no device found at address '{place?.ToString() ?? "(<null>)"}' matching MAC address "
                + $"'{(card.MacGenerated ? "(<null>)" : card.Mac.ToString())}' and alias '{card.Alias ?? "(<null>)"}'"),
            _ => throw new VirException(VirErrorNumber.VIR_ERR_OPERATION_FAILED, VirErrorDomain.VIR_FROM_DOMAIN,
                card.MacGenerated ? "multiple matching devices found"
                    : $"multiple devices matching MAC address {card.Mac} found"),
        };
    }

    public static Hostdev? Find(DomainDefinition domain, Hostdev passed) =>
        domain.Hostdevs.Find(other => HostdevValidation.IsSame(passed, other));

    public static Sound? Find(DomainDefinition domain, Sound sound) => domain.Sounds.Find(other =>
        other.Model == sound.Model && other.Codecs.SequenceEqual(sound.Codecs) && IsPlace(other, sound));

    public static Rng? Find(DomainDefinition domain, Rng rng) => domain.Rngs.Find(other =>
        other.Model == rng.Model && other.Backend == rng.Backend
        && other.RateBytes == rng.RateBytes && other.RatePeriod == rng.RatePeriod
        && (rng.Backend != RngBackend.Random || other.File == rng.File)
        && (rng.Backend != RngBackend.Egd || IsSame(other.Source!, rng.Source!)) && IsPlace(other, rng));

    public static MemoryDevice? Find(DomainDefinition domain, MemoryDevice memory) => domain.MemoryDevices.Find(other =>
        IsPlace(other, memory) && (memory.Alias is null || other.Alias == memory.Alias)
        && (other.Model, other.TargetNode, other.Size, other.BlockSize, other.RequestedSize, other.Path, other.PageSize)
            == (memory.Model, memory.TargetNode, memory.Size, memory.BlockSize, memory.RequestedSize, memory.Path,
                memory.PageSize)
        && Equals(other.SourceNodes, memory.SourceNodes));

    public static Redirdev? Find(DomainDefinition domain, Redirdev redirected) => domain.Redirdevs.Find(other =>
        other.Bus == redirected.Bus && IsSame(other.Source, redirected.Source) && IsPlace(other, redirected)
        && (redirected.Alias is null || other.Alias == redirected.Alias));

    public static Shmem? Find(DomainDefinition domain, Shmem shmem) => domain.Shmems.Find(other =>
        (other.Name, other.Size, other.Model, other.Role, other.HasServer, other.ServerPath, other.HasMsi,
            other.MsiVectors,
            other.MsiIoEventFd)
        == (shmem.Name, shmem.Size, shmem.Model, shmem.Role, shmem.HasServer, shmem.ServerPath, shmem.HasMsi,
            shmem.MsiVectors, shmem.MsiIoEventFd)
        && IsPlace(other, shmem));

    public static Input? Find(DomainDefinition domain, Input input) => domain.Inputs.Find(other =>
        other.Type == input.Type && other.Bus == input.Bus
        && (input.Type != InputType.Passthrough || other.EventDevice == input.EventDevice) && IsPlace(other, input));

    public static T? Find<T>(List<T> devices, T meant)
        where T : CharacterDevice => devices.Find(other => IsSame(other.Source, meant.Source) && (other, meant) switch
        {
            (ChannelDevice one, ChannelDevice two) => one.TargetType == two.TargetType && one.Name == two.Name
                && one.ForwardAddress == two.ForwardAddress && one.ForwardPort == two.ForwardPort,
            (SerialDevice one, SerialDevice two) => one.TargetType == two.TargetType && one.Port == two.Port,
            _ => other.Port == meant.Port,
        });

    public static bool IsSame(Lease one, Lease other) => one.Lockspace == other.Lockspace && one.Key == other.Key;

    /// <summary>Whether two sources lead to the same (<c>virDomainChrSourceDefIsEqual</c>).</summary>
    private static bool IsSame(CharacterSource one, CharacterSource other) =>
        (one.Type, one.Path, one.Host, one.Service, one.BindHost, one.BindService, one.Channel, one.Master, one.Slave,
            one.Listen)
        == (other.Type, other.Path, other.Host, other.Service, other.BindHost, other.BindService, other.Channel,
            other.Master, other.Slave, other.Listen);

    private static bool IsPlace(Device other, Device meant) => meant.Address is null || meant.Address == other.Address;
}
