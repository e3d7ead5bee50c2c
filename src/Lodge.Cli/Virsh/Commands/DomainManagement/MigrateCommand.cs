namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh migrate</c>: migrate domain to another host.</summary>
internal static class MigrateCommand
{
    internal static Command Definition => new("migrate", RunAsync)
    {
        Help = "migrate domain to another host",
        Description = "Migrate domain to another host.  Add --live for live migration.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Data("desturi",
                "connection URI of the destination host as seen from the client(normal migration) or "
                + "source(p2p migration)"),
            Option.Flag("live", "live migration"),
            Option.Flag("offline", "offline migration"),
            Option.Flag("p2p", "peer-2-peer migration"),
            Option.Flag("direct", "direct migration"),
            Option.Alias("tunneled", "tunnelled"),
            Option.Flag("tunnelled", "tunnelled migration"),
            Option.Flag("persistent", "persist VM on destination"),
            Option.Flag("undefinesource", "undefine VM on source"),
            Option.Flag("suspend", "do not restart the domain on the destination host"),
            Option.Flag("copy-storage-all", "migration with non-shared storage with full disk copy"),
            Option.Flag("copy-storage-inc",
                "migration with non-shared storage with incremental copy (same base image shared between "
                + "source and destination)"),
            Option.Flag("copy-storage-synchronous-writes",
                "force guest disk writes to be synchronously written to the destination to improve storage "
                + "migration convergence"),
            Option.Flag("change-protection", "prevent any configuration changes to domain until migration ends"),
            Option.Flag("unsafe", "force migration even if it may be unsafe"),
            Option.Flag("verbose", "display the progress of migration"),
            Option.Flag("compressed", "compress repeated pages during live migration"),
            Option.Flag("auto-converge", "force convergence during live migration"),
            Option.Flag("rdma-pin-all", "pin all memory before starting RDMA live migration"),
            Option.Flag("abort-on-error", "abort on soft errors during migration"),
            Option.Flag("postcopy", "enable post-copy migration; switch to it using migrate-postcopy command"),
            Option.Flag("postcopy-after-precopy",
                "automatically switch to post-copy migration after one pass of pre-copy"),
            Option.Flag("postcopy-resume", "resume failed post-copy migration"),
            Option.Flag("zerocopy", "use zero-copy mechanism for migrating memory pages"),
            Option.Text("migrateuri", "migration URI, usually can be omitted"),
            Option.Text("graphicsuri", "graphics URI to be used for seamless graphics migration"),
            Option.Text("listen-address", "listen address that destination should bind to for incoming migration"),
            Option.Text("dname", "rename to new name during migration (if supported)"),
            Option.Number("timeout",
                "run action specified by --timeout-* option (suspend by default) if live migration exceeds "
                + "timeout (in seconds)"),
            Option.Flag("timeout-suspend", "suspend the guest after timeout"),
            Option.Flag("timeout-postcopy", "switch to post-copy after timeout"),
            Option.Text("xml", "filename containing updated XML for the target", Completers.Files),
            Option.Text("migrate-disks", "comma separated list of disks to be migrated"),
            Option.Number("disks-port", "port to use by target server for incoming disks migration"),
            Option.Text("disks-uri", "URI to use for disks migration (overrides --disks-port)"),
            Option.Text("comp-methods", "comma separated list of compression methods to be used"),
            Option.Number("comp-mt-level", "compress level for multithread compression"),
            Option.Number("comp-mt-threads", "number of compression threads for multithread compression"),
            Option.Number("comp-mt-dthreads", "number of decompression threads for multithread compression"),
            Option.Number("comp-xbzrle-cache", "page cache size for xbzrle compression"),
            Option.Number("auto-converge-initial", "initial CPU throttling rate for auto-convergence"),
            Option.Number("auto-converge-increment", "CPU throttling rate increment for auto-convergence"),
            Option.Text("persistent-xml",
                "filename containing updated persistent XML for the target", Completers.Files),
            Option.Flag("tls", "use TLS for migration"),
            Option.Number("postcopy-bandwidth", "post-copy migration bandwidth limit in MiB/s"),
            Option.Flag("parallel", "enable parallel migration"),
            Option.Number("parallel-connections", "number of connections for parallel migration"),
            Option.Number("bandwidth", "migration bandwidth limit in MiB/s"),
            Option.Text("tls-destination", "override the destination host name used for TLS verification"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        MigrationRequest.Check(arguments);
        var domain = await shell.DomainAsync(arguments);
        var timeout = MigrationRequest.Timeout(arguments);
        var isDriven = arguments.Has("p2p") || arguments.Has("direct");
        var destination = arguments.Needed("desturi");
        await using var other = isDriven ? null : await LibvirtConnection.OpenAsync(destination);
        var parameters = MigrationRequest.Parameters(arguments);
        var flags = MigrationRequest.Flags(arguments);
        await using var iterations = arguments.Has("postcopy-after-precopy")
            ? await shell.Connection.DomainEventsAsync(
                VirDomainEventID.VIR_DOMAIN_EVENT_ID_MIGRATION_ITERATION, domain)
            : null;
        using var late = new CancellationTokenSource();
        _ = iterations is null ? Task.CompletedTask : SwitchAfterFirstAsync(domain, iterations);
        await JobWatch.RunAsync(shell, domain, "Migration", arguments.Has("verbose"), async () =>
        {
            if (timeout is { } limit)
            {
                late.CancelAfter(limit);
                late.Token.Register(() => _ = OnTimeoutAsync(domain, arguments.Has("timeout-postcopy")));
            }

            if (other is null)
            {
                await domain.MigrateToUriAsync(destination, parameters, flags);
            }
            else
            {
                _ = await domain.MigrateAsync(other, parameters, flags);
            }
        });
    }

    private static async Task OnTimeoutAsync(Domain domain, bool toPostCopy)
    {
        try
        {
            await (toPostCopy ? domain.MigrateStartPostCopyAsync() : domain.SuspendAsync());
        }
        catch (VirException)
        {
            // The migration ended by itself meanwhile.
        }
    }

    private static async Task SwitchAfterFirstAsync(Domain domain, EventStream<DomainEvent> iterations)
    {
        const int Second = 2;
        while (await iterations.NextAsync() is { } item)
        {
            if (item is DomainMigrationIterationEvent { Iteration: Second })
            {
                await OnTimeoutAsync(domain, toPostCopy: true);
                return;
            }
        }
    }
}
