using System.Xml.Linq;
using Lodge.Web.Hypervisors;

namespace Lodge.Web.Guests;

/// <summary>An image that a guest's disk is on.</summary>
/// <param name="Target">The disk's name in the guest.</param>
/// <param name="Path">Where the image is.</param>
/// <param name="Device">What it is for the guest: <c>disk</c>, <c>cdrom</c>.</param>
/// <param name="Volume">It as a volume of a pool; null where no pool knows it.</param>
/// <param name="Others">The other guests that use it.</param>
/// <param name="IsReadOnly">Whether the guest cannot write to it.</param>
public sealed record GuestStorage(
    string Target, string Path, string Device, StorageVolume? Volume, IReadOnlyList<string> Others, bool IsReadOnly)
{
    /// <summary>Whether it belongs to this guest alone, and goes with it unless somebody says no.</summary>
    public bool IsOwn => Volume is not null && Device == "disk" && Others.Count == 0 && !IsReadOnly;

    /// <summary>Finds all images of a guest.</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public static async Task<List<GuestStorage>> ReadAsync(Guest guest, CancellationToken cancellation)
    {
        var connection = guest.Host.Connection;
        var users = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var other in guest.Host.Guests.All.Where(other => other.Uuid != guest.Uuid))
        {
            foreach (var disk in await DisksAsync(other, cancellation))
            {
                if (PathOf(disk) is not { } path) continue;
                if (!users.TryGetValue(path, out var list)) users.Add(path, list = []);
                list.Add(other.Name);
            }
        }

        var found = new List<GuestStorage>();
        foreach (var disk in await DisksAsync(guest, cancellation))
        {
            var source = disk.Element("source");
            StorageVolume? volume = null;
            var path = PathOf(disk);
            try
            {
                if ((string?)source?.Attribute("pool") is { } pool && (string?)source.Attribute("volume") is { } name)
                {
                    volume = await (await connection.LookupStoragePoolByNameAsync(pool, cancellation))
                        .LookupVolumeByNameAsync(name, cancellation);
                    path = await volume.GetPathAsync(cancellation);
                }
                else if (path is not null)
                {
                    volume = await connection.LookupStorageVolumeByPathAsync(path, cancellation);
                }
            }
            catch (VirException)
            {
                // No pool has it: it is listed, and left alone.
            }

            if (path is null) continue;
            found.Add(new GuestStorage(
                (string?)disk.Element("target")?.Attribute("dev") ?? "",
                path,
                (string?)disk.Attribute("device") ?? "disk",
                volume,
                users.GetValueOrDefault(path) ?? [],
                disk.Element("readonly") is not null || disk.Element("shareable") is not null));
        }

        return found;
    }

    private static async Task<IEnumerable<XElement>> DisksAsync(Guest guest, CancellationToken cancellation)
    {
        try
        {
            var flags = guest.IsPersistent ? VirDomainXMLFlags.VIR_DOMAIN_XML_INACTIVE : 0;
            return XElement.Parse(await guest.Domain.GetXmlDescAsync(flags, cancellation))
                .Elements("devices").Elements("disk");
        }
        catch (VirException error) when (error.Code == VirErrorNumber.VIR_ERR_NO_DOMAIN)
        {
            return [];
        }
    }

    private static string? PathOf(XElement disk) => (string?)disk.Element("source")?.Attribute("file")
        ?? (string?)disk.Element("source")?.Attribute("dev");
}
