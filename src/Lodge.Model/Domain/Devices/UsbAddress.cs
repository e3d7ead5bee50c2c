using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>A port of a USB bus, reached through hubs.</summary>
public sealed record UsbAddress : DeviceAddress
{
    private const int MaximumDepth = 4;

    /// <inheritdoc/>
    public override AddressType Type => AddressType.Usb;

    /// <summary>The index of the controller.</summary>
    public uint Bus { get; init; }

    /// <summary>The way to the port, hub by hub, with dots between; null where none is chosen yet.</summary>
    public string? Port { get; init; }

    internal static UsbAddress Read(Element element) => new()
    {
        Port = element.Attribute("port") is { } port ? Normal(port) : null,
        Bus = element.UInt("bus") ?? 0,
    };

    private protected override void FormatAttributes(XmlOutput output) =>
        output.Attribute("bus", (ulong?)Bus).Attribute("port", Port);

    private static string? Normal(string port)
    {
        var parts = port.Split('.');
        var numbers = new uint[parts.Length];
        for (var index = 0; index < parts.Length; index++)
        {
            if (index >= MaximumDepth || !Numbers.TryUInt(parts[index], 10, out numbers[index]))
            {
                throw XmlError.Domain(
                    VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "Cannot parse <address> 'port' attribute");
            }
        }

        return numbers[0] == 0 ? null : string.Join('.', numbers);
    }
}
