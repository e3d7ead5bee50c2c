using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A disk, read.</summary>
public sealed partial class Disk
{
    internal static Disk Parse(Element element, DomainXmlParseOptions options)
    {
        var disk = new Disk { Source = ParseSource(element, options) };
        disk.Readonly = element.Has("readonly");
        disk.Shareable = element.Has("shareable");
        disk.ParseSecrets(element);
        disk.Source.Backing = BackingStore.Parse(element, options);
        disk.Kind = element.Named("device", DiskDeviceNames.Table);
        disk.Model = element.Named("model", DiskModelNames.Table);
        disk.Snapshot = element.Named("snapshot", SnapshotLocationNames.Table, nonZero: true);
        disk.RawIo = element.YesNo("rawio");
        disk.Sgio = element.Named("sgio", SgioFilterNames.Table, nonZero: true);
        disk.StartupPolicy =
            element.Child("source")?.Named("startupPolicy", StartupPolicyNames.Table, nonZero: true) ?? default;
        disk.ParseTarget(element.Child("target"));
        disk.Geometry = element.Child("geometry") is { } geometry ? DiskGeometry.Parse(geometry) : null;
        disk.LogicalBlockSize = element.Child("blockio")?.UInt("logical_block_size") ?? 0;
        disk.PhysicalBlockSize = element.Child("blockio")?.UInt("physical_block_size") ?? 0;
        if (element.Child("driver") is { } driver)
        {
            disk.Driver = DiskDriver.Parse(driver, disk.Source);
        }

        if (!options.Inactive && element.Child("mirror") is { } mirror)
        {
            disk.Mirror = DiskMirror.Parse(mirror, options);
        }

        if (element.Child("transient") is { } transient)
        {
            (disk.Transient, disk.TransientShareBacking) = (true, transient.YesNo("shareBacking"));
        }

        disk.IoTune = element.Child("iotune") is { } tune ? IoTune.Parse(tune) : null;
        disk.BackendDomain = element.ChildAttribute("backenddomain", "name");
        disk.Serial = element.ChildText("serial");
        disk.Wwn = element.ChildText("wwn");
        disk.Vendor = element.ChildText("vendor");
        disk.Product = element.ChildText("product");
        disk.ParseInfo(element, options, boot: true);
        return disk;
    }

    internal static StorageSource ParseSource(Element element, DomainXmlParseOptions options)
    {
        var source = new StorageSource
        {
            Type = element.Named("type", StorageTypeNames.Table, StorageType.File, nonZero: true),
        };
        if (element.Child("source") is not { } place)
        {
            source.Type = StorageType.File;
            return source;
        }

        source.Parse(place, options);
        if (!options.Inactive && place.Attribute("index") is { } index)
        {
            source.Index = Numbers.TryUInt(index, 10, out var number)
                ? number
                : throw XmlError.Domain($"invalid disk index '{index}'");
        }

        return source;
    }

    private void ParseSecrets(Element element)
    {
        if (element.Child("auth") is { } auth)
        {
            AuthOnDisk = Source.Auth is null
                ? true
                : throw XmlError.Unsupported("an <auth> definition already found for disk source");
            Source.Auth = StorageAuth.Parse(auth);
        }

        if (element.Child("encryption") is { } encryption)
        {
            EncryptionOnDisk = Source.Encryption is null
                ? true
                : throw XmlError.Unsupported("an <encryption> definition already found for disk source");
            Source.Encryption = StorageEncryption.Parse(encryption);
        }
    }

    private void ParseTarget(Element? target)
    {
        if (target is null)
        {
            return;
        }

        Target = target.Attribute("dev");
        Bus = target.Named("bus", DiskBusNames.Table, nonZero: true);
        Tray = target.Named("tray", TrayStateNames.Table);
        Removable = target.OnOff("removable");
        RotationRate = target.UInt("rotation_rate") ?? 0;
    }
}
