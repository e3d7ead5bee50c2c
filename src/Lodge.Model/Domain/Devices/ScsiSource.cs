using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>A SCSI device, on an adapter of the host or reached by iSCSI.</summary>
public sealed class ScsiSource
{
    /// <summary>Whether SCSI commands are filtered.</summary>
    public SgioFilter Sgio { get; set; }

    /// <summary>Whether the guest's raw commands need a capability on the host.</summary>
    public bool? RawIo { get; set; }

    /// <summary>The adapter, of a device of the host.</summary>
    public string? Adapter { get; set; }

    /// <summary>Bus of the adapter.</summary>
    public uint Bus { get; set; }

    /// <summary>Target on the bus.</summary>
    public uint Target { get; set; }

    /// <summary>Unit of the target.</summary>
    public ulong Unit { get; set; }

    /// <summary>The name of the iSCSI unit; null for a device of the host.</summary>
    public string? IscsiName { get; set; }

    /// <summary>The iSCSI server.</summary>
    public StorageHost? IscsiHost { get; set; }

    /// <summary>How to authenticate to it.</summary>
    public StorageAuth? IscsiAuth { get; set; }

    /// <summary>The iSCSI name to present.</summary>
    public string? InitiatorName { get; set; }

    internal static ScsiSource Parse(Element element, Element source)
    {
        var scsi = new ScsiSource
        {
            Sgio = element.Named("sgio", SgioFilterNames.Table, nonZero: true),
            RawIo = element.YesNo("rawio"),
        };
        switch (source.Attribute("protocol"))
        {
            case null or "adapter":
                scsi.ParseAdapter(source);
                break;
            case "iscsi":
                scsi.ParseIscsi(source);
                break;
            case var other:
                throw XmlError.Unsupported($"Unknown SCSI subsystem protocol '{other}'");
        }

        return scsi;
    }

    internal void Format(XmlOutput output, bool withType)
    {
        if (IscsiName is null)
        {
            output.Start("adapter").Attribute("name", Adapter).End();
            output.Start("address").Attribute("type", withType ? "scsi" : null).Attribute("bus", (ulong?)Bus)
                .Attribute("target", (ulong?)Target).Attribute("unit", (ulong?)Unit).End();
            return;
        }

        output.Attribute("protocol", "iscsi").Attribute("name", IscsiName);
        IscsiHost?.Format(output);
        IscsiAuth?.Format(output);
        NetworkStorage.FormatInitiator(output, InitiatorName);
    }

    private void ParseAdapter(Element source)
    {
        var address = source.Child("address")
            ?? throw XmlError.Domain("'address' must be specified for scsi hostdev source");
        address.Required("bus");
        address.Required("target");
        address.Required("unit");
        Bus = address.UInt("bus", 0) ?? 0;
        Target = address.UInt("target", 0) ?? 0;
        Unit = address.ULong("unit", 0) ?? 0;
        Adapter = source.ChildAttribute("adapter", "name")
            ?? throw XmlError.Domain("'adapter' name must be specified for scsi hostdev source");
    }

    private void ParseIscsi(Element source)
    {
        IscsiName = source.Attribute("name") ?? throw XmlError.Domain("missing iSCSI hostdev source path name");
        IscsiHost = source.All("host") switch
        {
            [] => throw XmlError.Domain("missing the host address for the iSCSI hostdev"),
            [var host] => StorageHost.Parse(host, StorageProtocol.None),
            _ => throw XmlError.Domain("only one source host address may be specified for the iSCSI hostdev"),
        };
        if (source.Child("auth") is { } auth)
        {
            IscsiAuth = StorageAuth.Parse(auth);
            var type = IscsiAuth.Secret.Type;
            if (!SecretUsageNames.Table.TryParse(type, out var usage))
            {
                throw XmlError.Unsupported($"invalid secret type {type}");
            }

            if (usage != SecretUsage.Iscsi)
            {
                throw XmlError.Domain(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, $"hostdev invalid secret type '{type}'");
            }
        }

        InitiatorName = source.Child("initiator", "iqn")?.Attribute("name");
    }
}
