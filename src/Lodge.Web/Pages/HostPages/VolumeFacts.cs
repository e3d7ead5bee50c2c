using System.Xml.Linq;

namespace Lodge.Web.Pages.HostPages;

/// <summary>What pages show of a volume.</summary>
/// <param name="Volume">What calls are made on.</param>
/// <param name="Info">Its size.</param>
/// <param name="Path">Where it is on the host.</param>
/// <param name="Format">The format of its content.</param>
public sealed record VolumeFacts(StorageVolume Volume, StorageVolumeInfo Info, string Path, string Format)
{
    /// <summary>Reads one.</summary>
    public static async Task<VolumeFacts> ReadAsync(StorageVolume volume, CancellationToken cancellation)
    {
        var xml = XElement.Parse(await volume.GetXmlDescAsync(cancellationToken: cancellation));
        return new(
            volume,
            await volume.GetInfoAsync(cancellation),
            (string?)xml.Element("target")?.Element("path") ?? volume.Key,
            (string?)xml.Element("target")?.Element("format")?.Attribute("type") ?? "raw");
    }
}
