namespace Lodge.Model.Domain;

/// <summary>The devices that are less common.</summary>
public static partial class AbiStability
{
    private static void CheckSerial(SerialDevice source, SerialDevice target)
    {
        Same("Target serial type {0} does not match source {1}", source.TargetType.ToXml(), target.TargetType.ToXml());
        Same("Target serial model {0} does not match source {1}", source.TargetModel.ToXml(),
            target.TargetModel.ToXml());
        Same("Target serial port {0} does not match source {1}", source.Port, target.Port);
    }

    private static void CheckChannel(ChannelDevice source, ChannelDevice target)
    {
        Same("Target channel type {0} does not match source {1}", source.TargetType.ToXml(), target.TargetType.ToXml());
        if (source.TargetType == ChannelTarget.Guestfwd)
        {
            Same("Target channel addr {0} does not match source {1}",
                $"{source.ForwardAddress}:{source.ForwardPort}", $"{target.ForwardAddress}:{target.ForwardPort}");
            return;
        }

        Same("Target channel name {0} does not match source {1}", source.Name ?? "<null>", target.Name ?? "<null>");
        Agree(source.Name is not null || (source.Source.Type == CharacterSourceType.Spicevmc)
            == (target.Source.Type == CharacterSourceType.Spicevmc),
            "Changing device type to/from spicevmc would change default target channel name");
    }

    private static void CheckRedirected(Redirdev source, Redirdev target)
    {
        Same("Target redirected device bus {0} does not match source {1}", source.Bus.ToXml(), target.Bus.ToXml());
        Same("Target redirected device source type {0} does not match source device source type {1}",
            source.Source.Type.ToXml(), target.Source.Type.ToXml());
    }

    private static void CheckRedirectionFilter(List<RedirFilterRule>? source, List<RedirFilterRule>? target)
    {
        Count("USB redirection filter", source is null ? 0 : 1, target is null ? 0 : 1);
        if (source is null || target is null)
        {
            return;
        }

        Same("Target USB redirection filter rule count {0} does not match source {1}", source.Count, target.Count);
        foreach (var (one, other) in source.Zip(target))
        {
            Agree(one.Class == other.Class, "Target USB Class code does not match source");
            Agree(one.Vendor == other.Vendor, "Target USB vendor ID does not match source");
            Agree(one.Product == other.Product, "Target USB product ID does not match source");
            Agree(one.Version == other.Version, "Target USB version does not match source");
            Same("Target USB allow '{0}' does not match source '{1}'", YesNo(one.Allow), YesNo(other.Allow));
        }
    }

    private static void CheckBalloon(Memballoon source, Memballoon target)
    {
        Same("Target balloon model {0} does not match source {1}", source.Model.ToXml(), target.Model.ToXml());
        Same("Target balloon autodeflate attribute value '{0}' does not match source '{1}'",
            OnOff(source.AutoDeflate), OnOff(target.AutoDeflate));
        Same("Target balloon freePageReporting attribute value '{0}' does not match source '{1}'",
            OnOff(source.FreePageReporting), OnOff(target.FreePageReporting));
        CheckVirtio(source.Virtio, target.Virtio);
    }

    private static void CheckSharedMemory(Shmem source, Shmem target)
    {
        Same("Target shared memory role '{0}' does not match source role '{1}'",
            source.Role.ToXml(), target.Role.ToXml());
        Same("Target shared memory model '{0}' does not match source model '{1}'",
            source.Model.ToXml(), target.Model.ToXml());
        Same("Target shared memory size '{0}' does not match source size '{1}'", source.Size, target.Size);
        Agree(source.HasServer == target.HasServer, "Target shared memory server usage doesn't match source");
        Agree((source.HasMsi, source.MsiVectors, source.MsiIoEventFd)
            == (target.HasMsi, target.MsiVectors, target.MsiIoEventFd),
            "Target shared memory MSI configuration doesn't match source");
    }

    private static void CheckTpm(Tpm source, Tpm target)
    {
        Agree(source.Backend == target.Backend, "Target TPM device type doesn't match source");
        Agree(source.Model == target.Model, "Target TPM device model doesn't match source");
        if (source.Backend == TpmBackend.Emulator)
        {
            Agree(source.Version == target.Version, "Target TPM version doesn't match source");
            Agree(source.ActivePcrBanks.Order().SequenceEqual(target.ActivePcrBanks.Order()),
                "Target active PCR banks doesn't match source");
        }
    }

    private static void CheckMemoryDevice(MemoryDevice source, MemoryDevice target)
    {
        Same("Target memory device model '{0}' doesn't match source model '{1}'",
            source.Model.ToXml(), target.Model.ToXml());
        Same("Target memory device targetNode '{0}' doesn't match source targetNode '{1}'",
            source.TargetNode, target.TargetNode);
        Same("Target memory device size '{0}' doesn't match source memory device size '{1}'", source.Size, target.Size);
        Same("Target memory device block size '{0}' doesn't match source memory device block size '{1}'",
            source.BlockSize, target.BlockSize);
        Same("Target memory device requested size '{0}' doesn't match source memory device requested size '{1}'",
            source.RequestedSize, target.RequestedSize);
        if (source.Model != MemoryModel.Nvdimm)
        {
            return;
        }

        Same("Target NVDIMM label size '{0}' doesn't match source NVDIMM label size '{1}'",
            source.LabelSize, target.LabelSize);
        Same("Target NVDIMM alignment '{0}' doesn't match source NVDIMM alignment '{1}'",
            source.AlignSize, target.AlignSize);
        Agree(source.Pmem == target.Pmem, "Target NVDIMM pmem flag doesn't match source NVDIMM pmem flag");
        Agree(source.Readonly == target.Readonly,
            "Target NVDIMM readonly flag doesn't match source NVDIMM readonly flag");
        Agree(source.Uuid == target.Uuid, "Target NVDIMM UUID doesn't match source NVDIMM");
    }

    private static void CheckIommu(Iommu source, Iommu target)
    {
        Same("Target domain IOMMU device model '{0}' does not match source '{1}'",
            source.Model.ToXml(), target.Model.ToXml());
        Same("Target domain IOMMU device intremap value '{0}' does not match source '{1}'",
            OnOff(source.InterruptRemapping), OnOff(target.InterruptRemapping));
        Same("Target domain IOMMU device caching mode '{0}' does not match source '{1}'",
            OnOff(source.CachingMode), OnOff(target.CachingMode));
        Same("Target domain IOMMU device eim value '{0}' does not match source '{1}'",
            OnOff(source.ExtendedInterrupts), OnOff(target.ExtendedInterrupts));
        Same("Target domain IOMMU device iotlb value '{0}' does not match source '{1}'",
            OnOff(source.DeviceTlb), OnOff(target.DeviceTlb));
        Same("Target domain IOMMU device aw_bits value '{0}' does not match source '{1}'",
            source.AddressWidth, target.AddressWidth);
    }
}
