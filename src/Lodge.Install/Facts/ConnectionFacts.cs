using Lodge.Client;
using Lodge.Install.Drafts;
using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;

namespace Lodge.Install.Facts;

/// <summary>
/// What is to be known of a host, asked over a connection when it is needed and then kept. It waits for each answer:
/// nothing else is to be done meanwhile.
/// </summary>
internal sealed class ConnectionFacts : IHostFacts
{
    private static readonly string[] s_protecting = ["spec-ctrl", "ssbd", "ibpb", "virt-ssbd", "md-clear"];

    private readonly LibvirtConnection _connection;
    private readonly Uri _uri;
    private readonly Dictionary<(string?, string?, string?, string?), DomainCapabilities> _domainCapabilities = [];

    /// <summary>The facts of the host at the other end of a connection.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="uri">Its name.</param>
    public ConnectionFacts(LibvirtConnection connection, string uri)
    {
        (_connection, _uri) = (connection, new Uri(uri));
        Storage = new ConnectionStorage(connection, this);
    }

    /// <inheritdoc/>
    public string Driver => _uri.Scheme.Split('+')[0];

    /// <inheritdoc/>
    public bool IsRemote => _uri.Host.Length > 0;

    /// <inheritdoc/>
    public bool IsUnprivileged => _uri.AbsolutePath == "/session";

    /// <inheritdoc/>
    public HostCapabilities Capabilities =>
        field ??= HostCapabilities.Parse(Wait(_connection.GetCapabilitiesAsync()));

    /// <inheritdoc/>
    public (string Type, string? Source) DefaultNetwork
    {
        get
        {
            if (Driver == "test" || (Driver == "qemu" && IsUnprivileged)) return ("user", null);
            return !IsRemote && HostBridge.OfDefaultRoute() is { } bridge ? ("bridge", bridge) : ("network", "default");
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<HostDevice> Devices => field ??=
    [
        .. Wait(_connection.ListAllNodeDevicesAsync())
            .Select(device => HostDevice.Parse(Wait(device.GetXmlDescAsync()))),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Draft> Guests => field ??=
    [
        .. Wait(_connection.ListAllDomainsAsync()).Select(Described).OfType<Draft>(),
    ];

    /// <inheritdoc/>
    public IHostStorage Storage { get; }

    /// <summary>The facts of the host at the other end of a connection.</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public static async ValueTask<ConnectionFacts> ReadAsync(
        LibvirtConnection connection, CancellationToken cancellationToken = default) =>
        new(connection, await connection.GetUriAsync(cancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public DomainCapabilities DomainCapabilities(
        string? emulator, string? architecture, string? machine, string? type)
    {
        var key = (emulator, architecture, machine, type);
        if (_domainCapabilities.TryGetValue(key, out var known)) return known;
        try
        {
            known = Facts.DomainCapabilities.Parse(
                Wait(_connection.GetDomainCapabilitiesAsync(emulator, architecture, machine, type)));
        }
        catch (VirException)
        {
            // An older host, or one of another kind, says nothing of them: guests get what suits any.
            known = Facts.DomainCapabilities.Unknown;
        }

        return _domainCapabilities[key] = known;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> ProtectingFeatures(DomainCapabilities capabilities)
    {
        if (capabilities.HostModelXml is not { } model) return [];
        try
        {
            var expanded = DraftNode.Parse(Expand(capabilities, model));
            return
            [
                .. expanded.All("feature").Select(feature => feature.Get("@name") ?? "")
                    .Where(name => s_protecting.Contains(name)),
            ];
        }
        catch (VirException)
        {
            return [];
        }
    }

    /// <inheritdoc/>
    public bool HasGuest(string name) => Exists(() => Wait(_connection.LookupDomainByNameAsync(name)));

    /// <inheritdoc/>
    public bool HasGuest(Guid uuid) =>
        Exists(() => Wait(_connection.LookupDomainByUuidAsync(VirUuid.Parse(uuid.ToString()))));

    /// <inheritdoc/>
    public bool CanBootFrom(string network)
    {
        try
        {
            var xml = DraftNode.Parse(Wait(Wait(_connection.LookupNetworkByNameAsync(network)).GetXmlDescAsync()));
            var forward = xml.All("forward").FirstOrDefault()?.Get("@mode");
            return (!string.IsNullOrEmpty(forward) && forward != "nat")
                || xml.All("ip").Any(address => address.Has("dhcp/bootp/@file"));
        }
        catch (VirException)
        {
            return true;
        }
    }

    /// <summary>The answer of a call, once it is there.</summary>
    internal static T Wait<T>(ValueTask<T> call) =>
        call.IsCompletedSuccessfully ? call.Result : call.AsTask().GetAwaiter().GetResult();

    /// <summary>Waits until a call is done.</summary>
    internal static void Wait(ValueTask call) => call.AsTask().GetAwaiter().GetResult();

    private string Expand(DomainCapabilities capabilities, string model)
    {
        const VirConnectBaselineCPUFlags Flags =
            VirConnectBaselineCPUFlags.VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES;
        try
        {
            return Wait(_connection.BaselineHypervisorCpuAsync(
                capabilities.Emulator, capabilities.Architecture, capabilities.Machine, capabilities.Type, [model],
                Flags));
        }
        catch (VirException)
        {
            return Wait(_connection.BaselineCpuAsync([model], Flags));
        }
    }

    // A guest may go while the list is walked.
    private Draft? Described(Domain domain)
    {
        // As it is defined, with its passwords: one that is installed anew is defined by it again.
        var flags = VirDomainXMLFlags.VIR_DOMAIN_XML_INACTIVE;
        if (!_connection.IsReadOnly) flags |= VirDomainXMLFlags.VIR_DOMAIN_XML_SECURE;
        try
        {
            return Draft.Parse(Wait(domain.GetXmlDescAsync(flags)));
        }
        catch (VirException)
        {
            return null;
        }
    }

    private static bool Exists(Action lookUp)
    {
        try
        {
            lookUp();
            return true;
        }
        catch (VirException)
        {
            return false;
        }
    }
}
