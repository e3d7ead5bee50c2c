using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.CommandLine.Block;
using Lodge.Qemu.Hotplug;
using Lodge.Qemu.Qmp;

namespace Lodge.Qemu.Snapshots;

/// <summary>An image that is laid over a running guest's disk: what was there before stays as it is.</summary>
/// <param name="Disk">The disk, of the live definition.</param>
/// <param name="Image">The image, which is there and empty.</param>
public sealed record DiskOverlay(Disk Disk, StorageSource Image)
{
    /// <summary>Has the guest write into the overlays from now on, all of them at one instant.</summary>
    /// <param name="guest">The guest, in whose definition the overlays are the disks' images afterwards.</param>
    /// <param name="overlays">The overlays.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="Protocol.Errors.VirException">QEMU refused: the guest writes where it wrote before.</exception>
    public static async Task SwitchAsync(
        LiveGuest guest, IReadOnlyList<DiskOverlay> overlays, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(guest);
        ArgumentNullException.ThrowIfNull(overlays);
        await using var plug = new PlugTransaction(guest.Monitor, cancellation);
        var index = guest.Definition.Disks.Max(disk => LastIndex(disk.Source));
        foreach (var (disk, image) in overlays)
        {
            image.Index = ++index;
            guest.Services.Files.GrantImage(guest.Definition, image, plug.OnUndo);

            // QEMU joins the two in the transaction; until then the overlay stands on nothing.
            image.Backing = new StorageSource { Type = StorageType.None };
            await plug.AddBlockChainAsync(BlockChain.Of(image, BlockPolicy.Of(disk), guest.Context));
        }

        await TransactAsync(guest.Monitor, overlays, cancellation);
        plug.Commit();
        foreach (var (disk, image) in overlays)
        {
            guest.Services.Files.PassOn(disk.Source, image);
            image.Backing = disk.Source;
            disk.Source = image;
        }
    }

    private static Task TransactAsync(
        QmpClient monitor, IReadOnlyList<DiskOverlay> overlays, CancellationToken cancellation) =>
        monitor.ExecuteAsync(
            "transaction",
            json =>
            {
                json.WriteStartArray("actions");
                foreach (var (disk, image) in overlays)
                {
                    json.WriteStartObject();
                    json.WriteString("type", "blockdev-snapshot");
                    json.WriteStartObject("data");
                    json.WriteString("node", BlockNames.Of(disk.Source).Format);
                    json.WriteString("overlay", BlockNames.Of(image).Format);
                    json.WriteEndObject();
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            },
            cancellation);

    private static uint LastIndex(StorageSource top)
    {
        var last = 0u;
        for (var image = top; image is { IsEmpty: false }; image = image.Backing)
        {
            last = Math.Max(last, image.Index);
        }

        return last;
    }
}
