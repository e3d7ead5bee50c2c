using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Domains;

/// <summary>The title and the description that people give a domain.</summary>
internal static class DomainDescription
{
    /// <summary>The text, or an empty one when the domain has none.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="title">The title, else the description.</param>
    /// <param name="inactive">Of the definition for the next start.</param>
    internal static async Task<string> GetAsync(Domain domain, bool title, bool inactive)
    {
        var type = title
            ? VirDomainMetadataType.VIR_DOMAIN_METADATA_TITLE
            : VirDomainMetadataType.VIR_DOMAIN_METADATA_DESCRIPTION;
        var impact = inactive ? VirDomainModificationImpact.VIR_DOMAIN_AFFECT_CONFIG : 0;
        try
        {
            return await domain.GetMetadataAsync(type, null, impact);
        }
        catch (VirException error) when (error.Code == VirErrorNumber.VIR_ERR_NO_DOMAIN_METADATA)
        {
            return "";
        }
        catch (VirException error) when (error.Code == VirErrorNumber.VIR_ERR_NO_SUPPORT)
        {
            var flags = inactive ? VirDomainXMLFlags.VIR_DOMAIN_XML_INACTIVE : 0;
            var xml = await Shell.DomainXmlAsync(domain, flags);
            return xml.Get(title ? "title" : "description") ?? "";
        }
    }
}
