using Lodge.Install.Flow;

namespace Lodge.Cli.VirtXml;

/// <summary>The guest that is changed.</summary>
/// <param name="Domain">The guest.</param>
/// <param name="Inactive">XML that it has when it starts next.</param>
/// <param name="Active">XML of what runs; null where nothing does.</param>
internal sealed record EditTarget(Domain Domain, string Inactive, string? Active)
{
    /// <summary>Finds a guest by its name, number or UUID.</summary>
    /// <exception cref="InstallFailure">There is none.</exception>
    public static async Task<EditTarget> FindAsync(
        LibvirtConnection connection, string name, CancellationToken cancellation)
    {
        try
        {
            var domain = await LookUpAsync(connection, name, cancellation);
            var (state, _) = await domain.GetStateAsync(cancellationToken: cancellation);
            var xml = await domain.GetXmlDescAsync(VirDomainXMLFlags.VIR_DOMAIN_XML_SECURE, cancellation);
            return state == VirDomainState.VIR_DOMAIN_SHUTOFF
                ? new EditTarget(domain, xml, null)
                : new EditTarget(domain, await InactiveAsync(domain, cancellation), xml);
        }
        catch (VirException missing)
        {
            throw new InstallFailure($"Could not find domain '{name}': {missing.Message}", missing);
        }
    }

    /// <summary>XML that a guest has when it starts next.</summary>
    public static ValueTask<string> InactiveAsync(Domain domain, CancellationToken cancellation) =>
        domain.GetXmlDescAsync(
            VirDomainXMLFlags.VIR_DOMAIN_XML_SECURE | VirDomainXMLFlags.VIR_DOMAIN_XML_INACTIVE, cancellation);

    private static async Task<Domain> LookUpAsync(
        LibvirtConnection connection, string name, CancellationToken cancellation)
    {
        try
        {
            return await connection.LookupDomainByNameAsync(name, cancellation);
        }
        catch (VirException) when (int.TryParse(name, CultureInfo.InvariantCulture, out _))
        {
            return await connection.LookupDomainByIdAsync(int.Parse(name, CultureInfo.InvariantCulture), cancellation);
        }
        catch (VirException) when (Guid.TryParseExact(name, "D", out _))
        {
            return await connection.LookupDomainByUuidAsync(VirUuid.Parse(name), cancellation);
        }
    }
}
