using Lodge.Cli.Virsh.Storage;
using Lodge.Host.Accounts;
using Lodge.Host.Validation;
using Lodge.Security.Access;
using Lodge.Security.Selinux;

namespace Lodge.Cli.HostReadiness;

/// <summary>What the daemon of this host says: whether it answers, its networks and its pools.</summary>
internal sealed class DaemonChecks(string uri, ISelinux selinux)
{
    private const string Driver = LabelChecks.Driver;
    private const string NoFile = ".lodge-host-check";
    private const string Default = "default";

    /// <summary>Makes the checks; a daemon that does not answer ends them.</summary>
    internal async Task<IReadOnlyList<HostCheck>> RunAsync()
    {
        try
        {
            await using var connection = await LibvirtConnection.OpenAsync(uri);
            List<HostCheck> checks = [HostCheck.Passed(Driver, $"if the daemon answers ({uri})")];
            checks.Add(await NetworkAsync(connection));
            var pools = await connection.ListAllStoragePoolsAsync();
            checks.Add(await DefaultPoolAsync(pools));
            foreach (var pool in pools)
            {
                if (PoolLabels.FolderOf(await pool.GetXmlDescAsync()) is { } folder)
                {
                    checks.AddRange(Folder(pool.Name, folder));
                }
            }

            return checks;
        }
        catch (VirException failure)
        {
            return
            [
                new HostCheck(
                    Driver, $"if the daemon answers ({uri})", CheckLevel.Fail,
                    $"{failure.Message}; systemctl start lodged.socket"),
            ];
        }
    }

    /// <summary>What is to be said of a pool's folder: whether guests pass to it, and its label.</summary>
    internal IEnumerable<HostCheck> Folder(string pool, string folder)
    {
        if (Account() is { } account)
        {
            // A file that is not there: the way to it is what counts.
            var refusal = new PathAccess(selinux).Find(Path.Combine(folder, NoFile), account, writes: false);
            yield return HostCheck.That(
                refusal is null, Driver, $"if guests pass to pool '{pool}'",
                CheckLevel.Fail, refusal?.ToString() ?? "");
        }

        if (selinux.IsEnabled)
        {
            var advice = StorageAdvice.For(folder, selinux);
            yield return HostCheck.That(
                advice is null,
                Driver,
                $"if images in pool '{pool}' have a label for guests",
                advice?.IsHindrance == true ? CheckLevel.Fail : CheckLevel.Warn,
                advice is null ? "" : $"{advice.Problem}; {string.Join(" && ", advice.Commands)}");
        }
    }

    private static GuestAccount? Account()
    {
        foreach (var name in (string[])["libvirt-qemu", "qemu"])
        {
            if (AccountNames.UserNumber(name) is { } user)
            {
                var group = AccountNames.GroupNumber(name) ?? user;
                return new GuestAccount(user, AccountNames.GroupsOf(user, group));
            }
        }

        return null;
    }

    private static async Task<HostCheck> NetworkAsync(LibvirtConnection connection)
    {
        const string subject = "for the network 'default'";
        const string hint = "lodge host setup makes and starts it";
        var networks = await connection.ListAllNetworksAsync();
        var found = networks.FirstOrDefault(static network => network.Name == Default);
        return HostCheck.That(
            found is not null && await found.IsActiveAsync(), Driver, subject, CheckLevel.Warn, hint);
    }

    private static async Task<HostCheck> DefaultPoolAsync(IReadOnlyList<StoragePool> pools)
    {
        var found = pools.FirstOrDefault(static pool => pool.Name == Default);
        return HostCheck.That(
            found is not null && await found.IsActiveAsync(),
            Driver,
            "for the storage pool 'default'",
            CheckLevel.Warn,
            "lodge host setup makes and starts it");
    }
}
