using Lodge.Client;
using Lodge.Install.Flow;
using Lodge.Install.Flow.Progress;
using Lodge.Protocol.Errors;

namespace Lodge.Install.Cloning;

/// <summary>Makes a clone that is ready. Whatever goes wrong, or is called off, leaves nothing behind.</summary>
/// <param name="clone">The clone.</param>
/// <param name="connection">The host.</param>
/// <param name="report">Hears what cannot be cleared away.</param>
/// <param name="progress">Is told how far it is.</param>
internal sealed class CloneRun(
    PreparedClone clone, LibvirtConnection connection, IInstallReport report, ITransferProgress progress)
{
    /// <summary>Makes it.</summary>
    /// <exception cref="InstallFailure">It cannot be made.</exception>
    /// <exception cref="VirException">The server refused, or is gone.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        if (clone.Request.Replaces) await ReplaceAsync();
        await using var undo = new UndoList(report);
        undo.Add("pools", () =>
        {
            clone.Storage.ForgetMade();
            return Task.CompletedTask;
        });
        // First, so that XML that libvirt does not take is known before anything is copied.
        var domain = await connection.DefineDomainXmlAsync(clone.Xml, cancellation);
        undo.Add($"guest '{domain.Name}'", () => domain.UndefineAsync().AsTask());
        var making = new VolumeMaking(connection, progress, undo);
        foreach (var disk in clone.Disks)
        {
            if (disk.Action != CloneAction.Copy || disk.Target is null) continue;
            if (disk.Volume is { } volume)
            {
                var source = await connection.LookupStorageVolumeByPathAsync(disk.Source.Path!, cancellation);
                await making.MakeAsync(volume, source, clone.Request.IsReflink, cancellation);
            }
            else
            {
                await new FileCopy(progress, undo).RunAsync(
                    disk.Source.Path!, disk.Target.Path!, clone.Request.IsSparse, cancellation);
            }
        }

        undo.Keep();
    }

    private async Task ReplaceAsync()
    {
        Domain there;
        try
        {
            there = await connection.LookupDomainByNameAsync(clone.Name);
        }
        catch (VirException)
        {
            return;
        }

        try
        {
            if (await there.IsActiveAsync()) await there.DestroyAsync();
            await there.UndefineAsync();
        }
        catch (VirException refused)
        {
            throw new InstallFailure($"Could not remove old vm '{clone.Name}': {refused.Message}", refused);
        }
    }
}
