using System.Globalization;
using Lodge.Protocol.Errors;

namespace Lodge.Network.Leases;

/// <summary>
/// What dnsmasq runs for each lease: it keeps the leases' file, which dnsmasq itself does not, and tells dnsmasq of
/// them
/// when it starts.
/// </summary>
/// <remarks>Source: <c>dnsmasq(8)</c>, <c>--dhcp-script</c>, <c>--leasefile-ro</c>.</remarks>
public static class LeaseCommand
{
    private const string Usage = "usage: lodged --lease FOLDER add|old|del|init [MAC|CLIENTID IP [HOSTNAME]]";

    /// <summary>Runs it.</summary>
    /// <param name="arguments">The folder of the leases, the action, and what dnsmasq says of the lease.</param>
    /// <param name="variable">Reads an environment variable.</param>
    /// <param name="output">What dnsmasq reads.</param>
    /// <param name="errors">Where complaints go.</param>
    /// <returns>The exit status.</returns>
    public static int Run(
        IReadOnlyList<string> arguments, Func<string, string?> variable, TextWriter output, TextWriter errors)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(variable);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(errors);
        if (arguments.Count is not (2 or 4 or 5))
        {
            errors.WriteLine(Usage);
            return 1;
        }

        // When dnsmasq starts it does not say which bridge it means; the daemon told it by a variable of ours.
        if ((variable("DNSMASQ_INTERFACE") ?? variable("VIR_BRIDGE_NAME")) is not { Length: > 0 } bridge)
        {
            errors.WriteLine("interface not set");
            return 1;
        }

        try
        {
            return Run(arguments, Path.Combine(arguments[0], bridge + ".status"), variable, output, errors);
        }
        catch (Exception failure) when (failure is VirException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(failure.Message);
            return 1;
        }
    }

    private static int Run(
        IReadOnlyList<string> arguments, string path, Func<string, string?> variable, TextWriter output,
        TextWriter errors)
    {
        using var turn = Lock(path);
        switch (arguments[1])
        {
            case "init":
                Print(LeaseFile.Read(path), output);
                return 0;
            case "add" or "old" when arguments.Count >= 4:
                Change(path, arguments[3], Made(arguments, variable));
                return 0;
            case "del" when arguments.Count >= 4:
                Change(path, arguments[3], null);
                return 0;
            case "tftp" or "arp-add" or "arp-del" or "relay-snoop":
                return 0;
            default:
                errors.WriteLine($"Unsupported action: {arguments[1]}");
                return 1;
        }
    }

    private static FileStream Lock(string path) =>
        new(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private static void Change(string path, string address, DhcpLease? made)
    {
        var kept = Readable(path).Where(lease => lease.Address != address);
        LeaseFile.Write(path, made is null ? kept : kept.Append(made));
    }

    /// <summary>A file that nobody can read is begun anew: guests renew their leases, dnsmasq has to go on.</summary>
    private static IReadOnlyList<DhcpLease> Readable(string path)
    {
        try
        {
            return LeaseFile.Read(path);
        }
        catch (VirException)
        {
            return [];
        }
    }

    private static DhcpLease? Made(IReadOnlyList<string> arguments, Func<string, string?> variable)
    {
        var association = variable("DNSMASQ_IAID");
        var mac = association is null ? arguments[2] : variable("DNSMASQ_MAC");
        if (mac is null) return null;
        var expires = variable("DNSMASQ_LEASE_EXPIRES")?.Trim();
        return new DhcpLease
        {
            AssociationId = association,
            Address = arguments[3],
            Mac = mac,
            HostName = arguments.Count == 5
                ? arguments[4]
                : variable("DNSMASQ_SUPPLIED_HOSTNAME") ?? variable("DNSMASQ_OLD_HOSTNAME"),
            ClientId = association is null ? variable("DNSMASQ_CLIENT_ID") : arguments[2],
            ServerId = association is null ? null : variable("DNSMASQ_SERVER_DUID"),
            ExpiryTime = long.TryParse(expires, NumberStyles.Integer, CultureInfo.InvariantCulture, out var time)
                ? time
                : 0,
        };
    }

    /// <summary>The leases in the form of dnsmasq's own file.</summary>
    private static void Print(IReadOnlyList<DhcpLease> leases, TextWriter output)
    {
        foreach (var lease in leases.Where(lease => !lease.IsV6)) Print(lease, lease.Mac, output);
        if (leases.FirstOrDefault(lease => lease is { IsV6: true, ServerId: not null }) is not { } first) return;
        output.Write($"duid {first.ServerId}\n");
        foreach (var lease in leases.Where(lease => lease.IsV6)) Print(lease, lease.AssociationId ?? "*", output);
    }

    private static void Print(DhcpLease lease, string who, TextWriter output) => output.Write(string.Create(
        CultureInfo.InvariantCulture,
        $"{lease.ExpiryTime} {who} {lease.Address} {lease.HostName ?? "*"} {lease.ClientId ?? "*"}\n"));
}
