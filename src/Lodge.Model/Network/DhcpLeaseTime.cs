using Lodge.Model.Xml;

namespace Lodge.Model.Networks;

/// <summary>How long an address is lent (<c>&lt;lease&gt;</c>).</summary>
/// <param name="Expiry">How many units; 0 for ever.</param>
/// <param name="Unit">The unit.</param>
public sealed record DhcpLeaseTime(ulong Expiry, LeaseUnit Unit)
{
    private const ulong ShortestSeconds = 120;
    private const ulong ShortestMinutes = 2;

    /// <summary>The last lease inside that says a time, as libvirt takes it.</summary>
    internal static DhcpLeaseTime? Parse(Element owner)
    {
        DhcpLeaseTime? found = null;
        foreach (var lease in owner.All("lease"))
        {
            if (lease.ULong("expiry") is not { } expiry) continue;
            var unit = lease.Named("unit", LeaseUnitNames.Table, LeaseUnit.Minutes);
            if (expiry > 0 && ((unit == LeaseUnit.Seconds && expiry < ShortestSeconds)
                || (unit == LeaseUnit.Minutes && expiry < ShortestMinutes)))
            {
                throw NetworkError.Unsupported("The minimum lease time should be greater than 2 minutes");
            }

            found = new DhcpLeaseTime(expiry, unit);
        }

        return found;
    }

    internal void Format(XmlOutput output) => output.Start("lease").Attribute("expiry", (ulong?)Expiry)
        .Attribute("unit", Expiry == 0 ? null : LeaseUnitNames.Table[Unit]).End();
}
