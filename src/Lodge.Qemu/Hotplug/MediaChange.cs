using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine.Block;
using Lodge.Qemu.Preparation;

namespace Lodge.Qemu.Hotplug;

/// <summary>Discs in drives of running guests.</summary>
public static class MediaChange
{
    /// <summary>Takes the disc out of a drive, and puts the new one in where there is one.</summary>
    /// <param name="guest">The guest.</param>
    /// <param name="wanted">The drive as it is to be.</param>
    /// <param name="force">Whether to open a tray that the guest has locked.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="Protocol.Errors.VirException">
    /// It is no drive, or the guest keeps it locked (<c>VIR_ERR_OPERATION_FAILED</c>); the old disc is in then.
    /// </exception>
    public static async Task ApplyAsync(
        LiveGuest guest, Disk wanted, bool force, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(guest);
        ArgumentNullException.ThrowIfNull(wanted);
        var drive = (Disk)DeviceMatch.Find(guest.Definition, wanted);
        if (drive.Kind is not (DiskDevice.Cdrom or DiskDevice.Floppy))
        {
            throw HotplugError.Failed($"Removable media not supported for {drive.Kind.ToXml()} device");
        }

        await DiskPreparation.FindAsync(wanted, guest.Services, cancellation);
        var old = drive.Source;
        await OpenTrayAsync(guest, drive, force, cancellation);
        if (!old.IsEmpty) await TrayAsync(guest, drive, "blockdev-remove-medium", cancellation);
        await using var plug = new PlugTransaction(guest.Monitor, cancellation);
        if (!old.IsEmpty) plug.OnUndo(() => InsertAsync(guest, drive, old, CancellationToken.None));
        plug.OnUndo(() => drive.Source = old);
        BlockIndexes.AssignNext(guest.Definition, wanted.Source);
        drive.Source = wanted.Source;
        if (!drive.Source.IsEmpty)
        {
            guest.Services.Files.Grant(guest.Definition, drive, plug.OnUndo);
            await DeviceHotplug.ExplainedAsync(
                guest, drive, plug.AddBlockChainAsync(BlockChain.Of(drive, guest.Context)));
            await InsertAsync(guest, drive, drive.Source, cancellation);
        }

        await TrayAsync(guest, drive, "blockdev-close-tray", cancellation);
        plug.Commit();
        drive.Tray = TrayState.Closed;
        drive.StartupPolicy = wanted.StartupPolicy;
        await ClearAsync(guest, drive, old);
    }

    private static Task InsertAsync(
        LiveGuest guest, Disk drive, StorageSource source, CancellationToken cancellation) =>
        guest.Monitor.ExecuteAsync(
            "blockdev-insert-medium",
            json =>
            {
                json.WriteString("id", DiskThrottle.QomName(drive));
                json.WriteString("node-name", BlockNames.Of(source).Format);
            },
            cancellation);

    private static Task OpenTrayAsync(LiveGuest guest, Disk drive, bool force, CancellationToken cancellation) =>
        guest.Monitor.ExecuteAsync(
            "blockdev-open-tray",
            json =>
            {
                json.WriteString("id", DiskThrottle.QomName(drive));
                json.WriteBoolean("force", force);
            },
            cancellation);

    private static Task TrayAsync(LiveGuest guest, Disk drive, string command, CancellationToken cancellation) =>
        guest.Monitor.ExecuteAsync(
            command, json => json.WriteString("id", DiskThrottle.QomName(drive)), cancellation);

    private static async Task ClearAsync(LiveGuest guest, Disk drive, StorageSource old)
    {
        if (old.IsEmpty) return;
        guest.Services.Files.Revoke(
            guest.Definition, new Disk { Source = old, Kind = drive.Kind, Readonly = drive.Readonly });
        await using var cleared = new PlugTransaction(guest.Monitor, CancellationToken.None);
        cleared.Adopt(BlockChain.Of(old, BlockPolicy.Of(drive), guest.Context));
    }
}
