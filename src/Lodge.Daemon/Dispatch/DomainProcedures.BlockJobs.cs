using Lodge.Daemon.Domains;
using Lodge.Daemon.Domains.BlockJobs;
using Lodge.Daemon.Domains.Tunables;
using Lodge.Daemon.Server;
using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using static Lodge.Protocol.Constants.VirDomainBlockCommitFlags;
using static Lodge.Protocol.Constants.VirDomainBlockCopyFlags;
using static Lodge.Protocol.Constants.VirDomainBlockRebaseFlags;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class DomainProcedures
{
    private const int Mebi = 20;

    /// <inheritdoc/>
    public ValueTask DomainBlockPullAsync(ClientCall call, DomainBlockPullArgs args)
    {
        const uint Bytes = (uint)VirDomainBlockPullFlags.VIR_DOMAIN_BLOCK_PULL_BANDWIDTH_BYTES;
        FlagCheck.Only(args.Flags, Bytes, "qemuDomainBlockPull");
        return Domains.BlockJobs.BlockJobs.PullAsync(
            Request(call, args.Dom, "virDomainBlockPull"), args.Path, null,
            Speed(args.Bandwidth, (args.Flags & Bytes) != 0));
    }

    /// <inheritdoc/>
    public ValueTask DomainBlockRebaseAsync(ClientCall call, DomainBlockRebaseArgs args)
    {
        const VirDomainBlockRebaseFlags Known = VIR_DOMAIN_BLOCK_REBASE_SHALLOW | VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT
            | VIR_DOMAIN_BLOCK_REBASE_COPY | VIR_DOMAIN_BLOCK_REBASE_COPY_RAW | VIR_DOMAIN_BLOCK_REBASE_RELATIVE
            | VIR_DOMAIN_BLOCK_REBASE_COPY_DEV | VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES;
        const VirDomainBlockRebaseFlags OfCopies = VIR_DOMAIN_BLOCK_REBASE_SHALLOW | VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT
            | VIR_DOMAIN_BLOCK_REBASE_COPY_RAW | VIR_DOMAIN_BLOCK_REBASE_COPY_DEV;
        FlagCheck.Only(args.Flags, (uint)Known, "qemuDomainBlockRebase");
        var flags = (VirDomainBlockRebaseFlags)args.Flags;
        var request = Request(call, args.Dom, "virDomainBlockRebase");
        var speed = Speed(args.Bandwidth, flags.HasFlag(VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES));
        if (!flags.HasFlag(VIR_DOMAIN_BLOCK_REBASE_COPY))
        {
            if ((flags & OfCopies) != 0)
            {
                throw DomainErrors.InvalidArgument(
                    $"use of flags='0x{args.Flags & (uint)OfCopies:x}' requires a copy job");
            }

            var keepsRelative = flags.HasFlag(VIR_DOMAIN_BLOCK_REBASE_RELATIVE);
            if (keepsRelative && args.Base is null)
            {
                throw DomainErrors.InvalidArgument(
                    "flag VIR_DOMAIN_BLOCK_REBASE_RELATIVE is valid only with non-null base");
            }

            return Domains.BlockJobs.BlockJobs.PullAsync(request, args.Path, args.Base, speed, keepsRelative);
        }

        if (flags.HasFlag(VIR_DOMAIN_BLOCK_REBASE_RELATIVE))
        {
            throw DomainErrors.Of(
                VirErrorNumber.VIR_ERR_ARGUMENT_UNSUPPORTED, "Relative backing during copy not supported yet");
        }

        var copy = new StorageSource
        {
            Type = flags.HasFlag(VIR_DOMAIN_BLOCK_REBASE_COPY_DEV) ? StorageType.Block : StorageType.File,
            Path = args.Base ?? throw DomainErrors.InvalidArgument("base in virDomainBlockRebase must not be NULL"),
            Format = flags.HasFlag(VIR_DOMAIN_BLOCK_REBASE_COPY_RAW) ? StorageFormat.Raw : StorageFormat.None,
        };

        // Both calls have the same bits for these two.
        const uint Shared = (uint)(VIR_DOMAIN_BLOCK_COPY_SHALLOW | VIR_DOMAIN_BLOCK_COPY_REUSE_EXT);
        return driver.BlockJobs.CopyAsync(
            request with { Flags = args.Flags & Shared }, args.Path, copy, new CopyLimits(speed, 0, 0));
    }

    /// <inheritdoc/>
    public ValueTask DomainBlockCopyAsync(ClientCall call, DomainBlockCopyArgs args)
    {
        const VirDomainBlockCopyFlags Known = VIR_DOMAIN_BLOCK_COPY_SHALLOW | VIR_DOMAIN_BLOCK_COPY_REUSE_EXT
            | VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB | VIR_DOMAIN_BLOCK_COPY_SYNCHRONOUS_WRITES;
        FlagCheck.Only(args.Flags, (uint)Known, "qemuDomainBlockCopyCommon");
        var limits = new CopyLimits();
        foreach (var parameter in args.Params)
        {
            var value = Tuning.Number(parameter);
            limits = parameter.Field switch
            {
                VirConstants.VIR_DOMAIN_BLOCK_COPY_BANDWIDTH => limits with { BytesPerSecond = value },
                VirConstants.VIR_DOMAIN_BLOCK_COPY_GRANULARITY => limits with { Granularity = PowerOfTwo(value) },
                VirConstants.VIR_DOMAIN_BLOCK_COPY_BUF_SIZE => limits with { BufferSize = value },
                _ => throw Tuning.Unknown(parameter),
            };
        }

        if (limits.BytesPerSecond > long.MaxValue)
        {
            throw DomainErrors.InvalidArgument(
                $"bandwidth must be less than '{long.MaxValue}' bytes/s ({long.MaxValue >> Mebi} MiB/s)");
        }

        var copy = DeviceXml.ParseDiskSource(args.Destxml, new DomainXmlParseOptions { Inactive = true });
        return driver.BlockJobs.CopyAsync(
            Request(call, args.Dom, "virDomainBlockCopy") with { Flags = args.Flags }, args.Path, copy, limits);
    }

    /// <inheritdoc/>
    public ValueTask DomainBlockCommitAsync(ClientCall call, DomainBlockCommitArgs args)
    {
        const VirDomainBlockCommitFlags Known = VIR_DOMAIN_BLOCK_COMMIT_SHALLOW | VIR_DOMAIN_BLOCK_COMMIT_ACTIVE
            | VIR_DOMAIN_BLOCK_COMMIT_RELATIVE | VIR_DOMAIN_BLOCK_COMMIT_DELETE
            | VIR_DOMAIN_BLOCK_COMMIT_BANDWIDTH_BYTES;
        FlagCheck.Only(args.Flags, (uint)Known, "qemuDomainBlockCommit");
        var isBytes = (args.Flags & (uint)VIR_DOMAIN_BLOCK_COMMIT_BANDWIDTH_BYTES) != 0;
        return driver.BlockJobs.CommitAsync(
            Request(call, args.Dom, "virDomainBlockCommit") with { Flags = args.Flags },
            args.Disk, args.Base, args.Top, Speed(args.Bandwidth, isBytes));
    }

    /// <inheritdoc/>
    public async ValueTask<DomainGetBlockJobInfoRet> DomainGetBlockJobInfoAsync(
        ClientCall call, DomainGetBlockJobInfoArgs args)
    {
        const uint Bytes = (uint)VirDomainBlockJobInfoFlags.VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES;
        FlagCheck.Only(args.Flags, Bytes, "qemuDomainGetBlockJobInfo");
        var (job, state) = await Domains.BlockJobs.BlockJobs.AskAsync(
            Request(call, args.Dom, "virDomainGetBlockJobInfo"), args.Path);
        if (job is null)
            return new DomainGetBlockJobInfoRet { Found = 0, Type = 0, Bandwidth = 0, Cur = 0, End = 0 };
        var (current, end) = Progress(job, state);
        var speed = (ulong)(state?.Speed ?? 0);
        return new DomainGetBlockJobInfoRet
        {
            Found = 1,
            Type = (int)job.Id.Kind,
            Bandwidth = (args.Flags & Bytes) != 0 ? speed : (speed + (1UL << Mebi) - 1) >> Mebi,
            Cur = current,
            End = end,
        };
    }

    /// <inheritdoc/>
    public ValueTask DomainBlockJobSetSpeedAsync(ClientCall call, DomainBlockJobSetSpeedArgs args)
    {
        const uint Bytes = (uint)VirDomainBlockJobSetSpeedFlags.VIR_DOMAIN_BLOCK_JOB_SPEED_BANDWIDTH_BYTES;
        FlagCheck.Only(args.Flags, Bytes, "qemuDomainBlockJobSetSpeed");
        return Domains.BlockJobs.BlockJobs.SetSpeedAsync(
            Request(call, args.Dom, "virDomainBlockJobSetSpeed"), args.Path,
            Speed(args.Bandwidth, (args.Flags & Bytes) != 0));
    }

    /// <inheritdoc/>
    public ValueTask DomainBlockJobAbortAsync(ClientCall call, DomainBlockJobAbortArgs args)
    {
        FlagCheck.Only(
            args.Flags,
            (uint)(VirDomainBlockJobAbortFlags.VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC
                | VirDomainBlockJobAbortFlags.VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT),
            "qemuDomainBlockJobAbort");
        return driver.BlockJobs.AbortAsync(
            Request(call, args.Dom, "virDomainBlockJobAbort") with { Flags = args.Flags }, args.Path);
    }

    private ChangeRequest Request(ClientCall call, RemoteDomain domain, string api) =>
        new(driver.Find(domain), 0, api, call.CancellationToken);

    private static ulong Speed(ulong bandwidth, bool isBytes)
    {
        if (isBytes)
            return bandwidth;
        const ulong Most = (ulong)long.MaxValue >> Mebi;
        return bandwidth <= Most
            ? bandwidth << Mebi
            : throw DomainErrors.Of(VirErrorNumber.VIR_ERR_OVERFLOW, $"bandwidth must be less than {Most}");
    }

    private static uint PowerOfTwo(ulong value) => value <= uint.MaxValue && (value & (value - 1)) == 0
        ? (uint)value
        : throw DomainErrors.InvalidArgument("granularity must be power of 2");

    /// <summary>How far a job is, in numbers that meet only when it is really at its end.</summary>
    private static (ulong Current, ulong End) Progress(BlockJob job, Lodge.Qemu.Qmp.Commands.BlockJobState? state)
    {
        // QEMU has forgotten it, and its end is being dealt with.
        if (state is null)
            return (0, 1);
        var (current, end) = ((ulong)state.Offset, (ulong)state.Length);
        var waits = job.Id.Kind is BlockJobType.Copy or BlockJobType.ActiveCommit;
        if (current == 0 && end == 0)
            return (waits && state.IsReady ? 1UL : 0, 1);
        return waits && !state.IsReady && current == end ? (current - 1, end) : (current, end);
    }
}
