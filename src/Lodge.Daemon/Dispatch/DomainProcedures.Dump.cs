using Lodge.Daemon.Domains;
using Lodge.Daemon.Server;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class DomainProcedures
{
    private const VirDomainCoreDumpFlags DumpFlags = VirDomainCoreDumpFlags.VIR_DUMP_LIVE
        | VirDomainCoreDumpFlags.VIR_DUMP_CRASH | VirDomainCoreDumpFlags.VIR_DUMP_BYPASS_CACHE
        | VirDomainCoreDumpFlags.VIR_DUMP_RESET | VirDomainCoreDumpFlags.VIR_DUMP_MEMORY_ONLY;

    /// <inheritdoc/>
    public ValueTask DomainCoreDumpAsync(ClientCall call, DomainCoreDumpArgs args) =>
        DumpAsync(call, args.Dom, args.To, 0, args.Flags, "virDomainCoreDump");

    /// <inheritdoc/>
    public ValueTask DomainCoreDumpWithFormatAsync(ClientCall call, DomainCoreDumpWithFormatArgs args) =>
        DumpAsync(call, args.Dom, args.To, args.Dumpformat, args.Flags, "virDomainCoreDumpWithFormat");

    private ValueTask DumpAsync(ClientCall call, in RemoteDomain dom, string path, uint format, uint flags, string api)
    {
        FlagCheck.Only(flags, (uint)DumpFlags, "qemuDomainCoreDumpWithFormat");
        var how = (VirDomainCoreDumpFlags)flags;
        FlagCheck.NotBoth(how, VirDomainCoreDumpFlags.VIR_DUMP_CRASH, VirDomainCoreDumpFlags.VIR_DUMP_LIVE, api);
        FlagCheck.NotBoth(how, VirDomainCoreDumpFlags.VIR_DUMP_CRASH, VirDomainCoreDumpFlags.VIR_DUMP_RESET, api);
        FlagCheck.NotBoth(how, VirDomainCoreDumpFlags.VIR_DUMP_LIVE, VirDomainCoreDumpFlags.VIR_DUMP_RESET, api);
        if (how.HasFlag(VirDomainCoreDumpFlags.VIR_DUMP_BYPASS_CACHE))
            throw DomainErrors.NoCacheBypass();
        return driver.Dumper.DumpAsync(
            driver.Find(dom), path, (VirDomainCoreDumpFormat)format, how, api, call.CancellationToken);
    }
}
