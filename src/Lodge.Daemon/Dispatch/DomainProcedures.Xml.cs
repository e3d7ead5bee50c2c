using Lodge.Daemon.Domains;
using Lodge.Daemon.Server;
using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class DomainProcedures
{
    private const uint Secure = (uint)VirDomainXMLFlags.VIR_DOMAIN_XML_SECURE;
    private const uint Inactive = (uint)VirDomainXMLFlags.VIR_DOMAIN_XML_INACTIVE;
    private const uint UpdateCpu = (uint)VirDomainXMLFlags.VIR_DOMAIN_XML_UPDATE_CPU;
    private const uint Migratable = (uint)VirDomainXMLFlags.VIR_DOMAIN_XML_MIGRATABLE;

    /// <inheritdoc/>
    public ValueTask<DomainGetXmlDescRet> DomainGetXmlDescAsync(ClientCall call, DomainGetXmlDescArgs args)
    {
        FlagCheck.Only(args.Flags, Secure | Inactive | UpdateCpu | Migratable, "qemuDomainGetXMLDesc");
        if ((args.Flags & (Secure | Migratable)) != 0)
            call.DenyReadOnly();
        return Answer(new DomainGetXmlDescRet { Xml = Describe(driver.Find(args.Dom).Current, args.Flags) });
    }

    /// <inheritdoc/>
    public ValueTask<DomainGetMetadataRet> DomainGetMetadataAsync(ClientCall call, DomainGetMetadataArgs args)
    {
        FlagCheck.Only(args.Flags, AffectBoth, "virDomainObjGetMetadata");
        var definition = DomainTarget.One(driver.Find(args.Dom).Current, args.Flags);
        return Answer(new DomainGetMetadataRet
        {
            Metadata = DomainMetadata.Get(definition, (VirDomainMetadataType)args.Type, args.Uri),
        });
    }

    /// <summary>The XML as the flags ask for it.</summary>
    private static string Describe(DomainSnapshot now, uint flags)
    {
        var secure = (flags & (Secure | Migratable)) != 0;
        var inactive = now.Live is null || (flags & Inactive) != 0;
        if ((flags & (UpdateCpu | Migratable)) == 0)
        {
            if (inactive && now.Config is { } config)
                return config.Xml(secure);
            if (!inactive && !secure)
                return now.Live!.Xml;
        }

        // A transient domain has no configuration: it shows its live one without what only a running guest has.
        var definition = inactive && now.Config is { } stored ? stored.Definition : now.Live!.Definition;
        return DomainXml.Format(definition, new DomainXmlFormatOptions
        {
            Secure = secure,
            Inactive = inactive,
            Migratable = (flags & Migratable) != 0,
        });
    }
}
