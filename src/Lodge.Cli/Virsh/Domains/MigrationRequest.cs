using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirDomainMigrateFlags;

namespace Lodge.Cli.Virsh.Domains;

/// <summary>What the options of <c>virsh migrate</c> ask for.</summary>
internal static class MigrationRequest
{
    /// <summary>Refuses options that contradict each other or want one that is not there.</summary>
    internal static void Check(Arguments arguments)
    {
        arguments.Exclusive("live", "offline");
        arguments.Exclusive("timeout-suspend", "timeout-postcopy");
        arguments.Requires("postcopy-after-precopy", "postcopy");
        arguments.Requires("postcopy-resume", "postcopy");
        arguments.Requires("timeout-postcopy", "postcopy");
        arguments.Requires("persistent-xml", "persistent");
        arguments.Requires("tls-destination", "tls");
    }

    /// <summary>How long it may take before something is done about it; null for as long as it takes.</summary>
    internal static TimeSpan? Timeout(Arguments arguments)
    {
        var timeout = arguments.UInt32("timeout") ?? 0;
        if (timeout > 0 && !arguments.Has("live"))
        {
            throw new CommandFailure("migrate: Unexpected timeout for offline migration");
        }

        if (timeout == 0 && (arguments.Has("timeout-suspend") || arguments.Has("timeout-postcopy")))
        {
            throw new CommandFailure("migrate: Unexpected --timeout-* option without --timeout");
        }

        return timeout > 0 ? TimeSpan.FromSeconds(timeout) : null;
    }

    /// <summary>The parameters, checked in stock's order.</summary>
    internal static TypedParameter[] Parameters(Arguments arguments)
    {
        var parameters = new ParameterList()
            .AddString(VirConstants.VIR_MIGRATE_PARAM_URI, arguments.Text("migrateuri"))
            .AddString(VirConstants.VIR_MIGRATE_PARAM_GRAPHICS_URI, arguments.Text("graphicsuri"))
            .AddString(VirConstants.VIR_MIGRATE_PARAM_LISTEN_ADDRESS, arguments.Text("listen-address"))
            .AddInt32(VirConstants.VIR_MIGRATE_PARAM_DISKS_PORT, NotZero(arguments.Int32("disks-port")))
            .AddString(VirConstants.VIR_MIGRATE_PARAM_DISKS_URI, arguments.Text("disks-uri"))
            .AddString(VirConstants.VIR_MIGRATE_PARAM_DEST_NAME, arguments.Text("dname"));
        AddEach(parameters, VirConstants.VIR_MIGRATE_PARAM_MIGRATE_DISKS, arguments.Text("migrate-disks"));
        AddEach(parameters, VirConstants.VIR_MIGRATE_PARAM_COMPRESSION, arguments.Text("comp-methods"));
        return parameters
            .AddInt32(VirConstants.VIR_MIGRATE_PARAM_COMPRESSION_MT_LEVEL, arguments.Int32("comp-mt-level"))
            .AddInt32(VirConstants.VIR_MIGRATE_PARAM_COMPRESSION_MT_THREADS, arguments.Int32("comp-mt-threads"))
            .AddInt32(VirConstants.VIR_MIGRATE_PARAM_COMPRESSION_MT_DTHREADS, arguments.Int32("comp-mt-dthreads"))
            .AddUInt64(
                VirConstants.VIR_MIGRATE_PARAM_COMPRESSION_XBZRLE_CACHE, arguments.UInt64("comp-xbzrle-cache"))
            .AddString(VirConstants.VIR_MIGRATE_PARAM_DEST_XML, Content(arguments.Text("xml")))
            .AddString(VirConstants.VIR_MIGRATE_PARAM_PERSIST_XML, Content(arguments.Text("persistent-xml")))
            .AddInt32(
                VirConstants.VIR_MIGRATE_PARAM_AUTO_CONVERGE_INITIAL, arguments.Int32("auto-converge-initial"))
            .AddInt32(
                VirConstants.VIR_MIGRATE_PARAM_AUTO_CONVERGE_INCREMENT, arguments.Int32("auto-converge-increment"))
            .AddUInt64(VirConstants.VIR_MIGRATE_PARAM_BANDWIDTH_POSTCOPY, arguments.UInt64("postcopy-bandwidth"))
            .AddInt32(VirConstants.VIR_MIGRATE_PARAM_PARALLEL_CONNECTIONS, arguments.Int32("parallel-connections"))
            .AddUInt64(VirConstants.VIR_MIGRATE_PARAM_BANDWIDTH, arguments.UInt64("bandwidth"))
            .AddString(VirConstants.VIR_MIGRATE_PARAM_TLS_DESTINATION, arguments.Text("tls-destination"))
            .ToArray();
    }

    /// <summary>The flags.</summary>
    internal static VirDomainMigrateFlags Flags(Arguments arguments)
    {
        if (arguments.Has("copy-storage-synchronous-writes")
            && !arguments.Has("copy-storage-all") && !arguments.Has("copy-storage-inc"))
        {
            throw new CommandFailure(
                "'--copy-storage-synchronous-writes' requires one of '--copy-storage-all', 'copy-storage-inc'");
        }

        return arguments.Flag("live", VIR_MIGRATE_LIVE)
            | arguments.Flag("p2p", VIR_MIGRATE_PEER2PEER)
            | arguments.Flag("tunnelled", VIR_MIGRATE_TUNNELLED)
            | arguments.Flag("persistent", VIR_MIGRATE_PERSIST_DEST)
            | arguments.Flag("undefinesource", VIR_MIGRATE_UNDEFINE_SOURCE)
            | arguments.Flag("suspend", VIR_MIGRATE_PAUSED)
            | arguments.Flag("copy-storage-all", VIR_MIGRATE_NON_SHARED_DISK)
            | arguments.Flag("copy-storage-inc", VIR_MIGRATE_NON_SHARED_INC)
            | arguments.Flag("copy-storage-synchronous-writes", VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES)
            | arguments.Flag("change-protection", VIR_MIGRATE_CHANGE_PROTECTION)
            | arguments.Flag("unsafe", VIR_MIGRATE_UNSAFE)
            | arguments.Flag("compressed", VIR_MIGRATE_COMPRESSED)
            | arguments.Flag("auto-converge", VIR_MIGRATE_AUTO_CONVERGE)
            | arguments.Flag("rdma-pin-all", VIR_MIGRATE_RDMA_PIN_ALL)
            | arguments.Flag("offline", VIR_MIGRATE_OFFLINE)
            | arguments.Flag("abort-on-error", VIR_MIGRATE_ABORT_ON_ERROR)
            | arguments.Flag("postcopy", VIR_MIGRATE_POSTCOPY)
            | arguments.Flag("postcopy-resume", VIR_MIGRATE_POSTCOPY_RESUME)
            | arguments.Flag("zerocopy", VIR_MIGRATE_ZEROCOPY)
            | arguments.Flag("tls", VIR_MIGRATE_TLS)
            | arguments.Flag("parallel", VIR_MIGRATE_PARALLEL);
    }

    private static int? NotZero(int? number) => number is 0 ? null : number;

    private static void AddEach(ParameterList parameters, string field, string? list)
    {
        foreach (var value in list?.Split(',') ?? [])
        {
            parameters.AddString(field, value);
        }
    }

    private static string? Content(string? path)
    {
        try
        {
            return path is null ? null : LocalFile.Read(path);
        }
        catch (CommandFailure failure)
        {
            throw new CommandFailure($"cannot read file '{path}'", failure.Reason);
        }
    }
}
