using System.Buffers;
using System.Text;
using Lodge.Model.Xml;

namespace Lodge.Model.Networks;

/// <summary>An SRV record (<c>&lt;srv&gt;</c>).</summary>
public sealed record DnsService
{
    private const int LongestService = 255;
    private const uint Highest = 65535;

    private const string Alphanumeric = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private static readonly SearchValues<char> ProtocolCharacters = SearchValues.Create(Alphanumeric + "-+/");
    private static readonly SearchValues<char> ServiceCharacters = SearchValues.Create(Alphanumeric + "_-+/*");

    /// <summary>The service; null in a pattern.</summary>
    public string? Service { get; init; }

    /// <summary>The protocol; null in a pattern.</summary>
    public string? Protocol { get; init; }

    /// <summary>The domain it is for; null for the network's own.</summary>
    public string? Domain { get; init; }

    /// <summary>Who serves it; null for nobody.</summary>
    public string? Target { get; init; }

    /// <summary>At which port; 0 where nothing is said.</summary>
    public uint Port { get; init; }

    /// <summary>The lower is asked first.</summary>
    public uint Priority { get; init; }

    /// <summary>The share of those of the same priority.</summary>
    public uint Weight { get; init; }

    internal static DnsService Parse(string network, Element element, bool isPattern)
    {
        var service = element.Attribute("service");
        CheckService(network, service, isPattern);
        var protocol = element.Attribute("protocol");
        if (protocol is null && !isPattern)
        {
            throw NetworkError.Detail(
                $"missing required protocol attribute in DNS SRV record '{service}' of network '{network}'");
        }

        if (protocol.AsSpan().ContainsAnyExcept(ProtocolCharacters))
        {
            throw NetworkError.Detail(
                $"invalid character in protocol attribute '{protocol}' in DNS SRV record of network '{network}'");
        }

        var target = element.Attribute("target");
        return new DnsService
        {
            Service = service,
            Protocol = protocol,
            Domain = element.Attribute("domain"),
            Target = target,
            Port = Number("port", "invalid DNS SRV port", 1),
            Priority = Number("priority", "Invalid DNS SRV priority", 0),
            Weight = Number("weight", "invalid DNS SRV weight", 0),
        };

        uint Number(string name, string complaint, uint least)
        {
            if (element.Attribute(name) is not { Length: > 0 } text) return 0;
            var isNumber = Numbers.TryUInt(text, 10, out var value);
            if (isNumber && target is null)
            {
                throw NetworkError.Detail(
                    $"DNS SRV {name} attribute not permitted without target for service '{service}' "
                    + $"in network '{network}'");
            }

            return isNumber && value >= least && value <= Highest ? value : throw NetworkError.Detail(
                $"{complaint} attribute for service '{service}' in network '{network}'");
        }
    }

    /// <summary>Whether a record is one that this pattern means.</summary>
    internal bool Matches(DnsService record) => (Domain is null || Domain == record.Domain)
        && (Service is null || Service == record.Service)
        && (Protocol is null || Protocol == record.Protocol)
        && (Target is null || Target == record.Target);

    internal void Format(XmlOutput output) => output.Start("srv").Attribute("service", Service)
        .Attribute("protocol", Protocol).Attribute("domain", Domain).Attribute("target", Target)
        .AttributeUnlessZero("port", Port).AttributeUnlessZero("priority", Priority)
        .AttributeUnlessZero("weight", Weight).End();

    private static void CheckService(string network, string? service, bool isPattern)
    {
        if (service is null)
        {
            if (isPattern) return;
            throw NetworkError.Detail(
                $"missing required service attribute in DNS SRV record of network '{network}'");
        }

        if (Encoding.UTF8.GetByteCount(service) > LongestService)
        {
            throw NetworkError.Detail(
                $"service attribute '{service}' in network '{network}' is too long, limit is {LongestService} bytes");
        }

        if (service.AsSpan().ContainsAnyExcept(ServiceCharacters))
        {
            throw NetworkError.Detail(
                $"invalid character in service attribute '{service}' in DNS SRV record of network '{network}'");
        }
    }
}
