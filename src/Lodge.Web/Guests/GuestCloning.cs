using System.Xml.Linq;
using Lodge.Web.Hardware;
using Lodge.Web.Hypervisors;

namespace Lodge.Web.Guests;

/// <summary>Makes a guest like another one, with copies of its images.</summary>
public static class GuestCloning
{
    /// <summary>Copies the images and defines the new guest; what was copied goes again where that fails.</summary>
    /// <param name="guest">The guest, which is off.</param>
    /// <param name="name">The name of the new one.</param>
    /// <param name="copied">The images that are copied; the others are shared.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The new guest.</returns>
    /// <exception cref="VirException">The server refused; nothing is left then.</exception>
    public static async Task<Domain> RunAsync(
        Guest guest, string name, IReadOnlyList<GuestStorage> copied, CancellationToken cancellation)
    {
        var xml = XElement.Parse(await guest.Domain.GetXmlDescAsync(
            VirDomainXMLFlags.VIR_DOMAIN_XML_INACTIVE | VirDomainXMLFlags.VIR_DOMAIN_XML_SECURE, cancellation));
        var made = new List<StorageVolume>();
        try
        {
            Rename(xml, name);
            foreach (var image in copied)
            {
                var copy = await CopyAsync(image, guest.Name, name, cancellation);
                made.Add(copy);
                var disk = xml.Elements("devices").Elements("disk")
                    .First(disk => (string?)disk.Element("target")?.Attribute("dev") == image.Target);
                await PointAsync(disk, copy, cancellation);
            }

            return await guest.Host.Connection.DefineDomainXmlAsync(xml.ToString(), cancellation);
        }
        catch
        {
            foreach (var copy in made) await copy.DeleteAsync(cancellationToken: CancellationToken.None);
            throw;
        }
    }

    private static void Rename(XElement xml, string name)
    {
        xml.SetElementValue("name", name);
        xml.Element("uuid")?.Remove();
        foreach (var card in xml.Elements("devices").Elements("interface"))
        {
            card.Element("mac")?.SetAttributeValue("address", HardwareKinds.NewAddress());
            card.Element("target")?.Remove();
        }

        // Its firmware gets settings of its own, and a fixed port would be taken already.
        xml.Elements("os").Elements("nvram").Remove();
        foreach (var graphics in xml.Elements("devices").Elements("graphics").Where(
            g => g.Attribute("port") is not null))
        {
            graphics.SetAttributeValue("port", "-1");
            graphics.SetAttributeValue("autoport", "yes");
        }
    }

    private static async Task<StorageVolume> CopyAsync(
        GuestStorage image, string from, string to, CancellationToken cancellation)
    {
        var pool = await image.Volume!.LookupPoolAsync(cancellation);
        var old = image.Volume.Name;
        var name = old.Contains(from, StringComparison.Ordinal)
            ? old.Replace(from, to, StringComparison.Ordinal)
            : $"{to}-{image.Target}{Path.GetExtension(old)}";
        var xml = XElement.Parse(await image.Volume.GetXmlDescAsync(cancellationToken: cancellation));
        var copy = new XElement(
            "volume",
            new XElement("name", name),
            xml.Element("capacity"),
            new XElement("target", xml.Element("target")?.Element("format")));
        return await pool.CreateVolumeXmlFromAsync(copy.ToString(), image.Volume, 0, cancellation);
    }

    private static async Task PointAsync(XElement disk, StorageVolume copy, CancellationToken cancellation)
    {
        var source = disk.Element("source")!;
        if (source.Attribute("volume") is not null) source.SetAttributeValue("volume", copy.Name);
        else if (source.Attribute("dev") is not null) source.SetAttributeValue(
            "dev", await copy.GetPathAsync(cancellation));
        else source.SetAttributeValue("file", await copy.GetPathAsync(cancellation));
    }
}
