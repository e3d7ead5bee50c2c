using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirDomainBlockRebaseFlags;

namespace Lodge.Cli.Virsh.Domains;

/// <summary>What <c>virsh blockcopy</c> asks for, told by the older of libvirt's two calls where it can.</summary>
internal sealed class BlockCopyRequest
{
    private const int BytesShift = 20;

    private readonly Arguments _arguments;
    private readonly ulong _bandwidth;
    private readonly uint _granularity;
    private readonly ulong _bufferSize;

    private BlockCopyRequest(Arguments arguments)
    {
        _arguments = arguments;
        Path = arguments.Needed("path");
        _bandwidth = BlockJobBandwidth.Read(arguments, arguments.Has("bytes"));
        _granularity = arguments.UInt32("granularity") ?? 0;
        _bufferSize = arguments.UInt64("buf-size") ?? 0;
    }

    /// <summary>The disk that is copied.</summary>
    internal string Path { get; }

    private string? Format => _arguments.Text("format");

    private bool NeedsNewCall => _granularity > 0 || _bufferSize > 0 || Format is not (null or "raw")
        || _arguments.Has("xml") || _arguments.Has("transient-job") || _arguments.Has("synchronous-writes");

    /// <summary>Reads the options that say what to copy.</summary>
    internal static BlockCopyRequest Read(Arguments arguments) => new(arguments);

    /// <summary>The destination as the newer call takes it.</summary>
    internal string DestinationXml()
    {
        if (_arguments.Text("xml") is { } file)
        {
            return LocalFile.Read(file);
        }

        var (type, attribute) = _arguments.Has("blockdev") ? ("block", "dev") : ("file", "file");
        var format = Format is { } named ? $"  <driver type='{XmlFormat.Escape(named)}'/>\n" : "";
        return $"<disk type='{type}'>\n  <source {attribute}='{XmlFormat.Escape(_arguments.Needed("dest"))}'/>\n"
            + $"{format}</disk>\n";
    }

    /// <summary>Starts the job.</summary>
    internal async Task StartAsync(Domain domain)
    {
        var shared = _arguments.Flag("shallow", VIR_DOMAIN_BLOCK_REBASE_SHALLOW)
            | _arguments.Flag("reuse-external", VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT);
        if (!NeedsNewCall)
        {
            await domain.BlockRebaseAsync(
                Path,
                _arguments.Needed("dest"),
                _bandwidth,
                shared | VIR_DOMAIN_BLOCK_REBASE_COPY
                    | _arguments.Flag("blockdev", VIR_DOMAIN_BLOCK_REBASE_COPY_DEV)
                    | (Format == "raw" ? VIR_DOMAIN_BLOCK_REBASE_COPY_RAW : 0)
                    | _arguments.Flag("bytes", VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES));
            return;
        }

        // The two calls' flags that both have, have the same values.
        var flags = (VirDomainBlockCopyFlags)(uint)shared
            | _arguments.Flag("transient-job", VirDomainBlockCopyFlags.VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB)
            | _arguments.Flag(
                "synchronous-writes", VirDomainBlockCopyFlags.VIR_DOMAIN_BLOCK_COPY_SYNCHRONOUS_WRITES);
        await domain.BlockCopyAsync(Path, DestinationXml(), [.. Parameters()], flags);
    }

    private IEnumerable<TypedParameter> Parameters()
    {
        if (_bandwidth > 0)
        {
            const ulong most = ulong.MaxValue >> BytesShift;
            if (!_arguments.Has("bytes") && _bandwidth > most)
            {
                throw new CommandFailure($"bandwidth must be less than {most}");
            }

            yield return new()
            {
                Field = VirConstants.VIR_DOMAIN_BLOCK_COPY_BANDWIDTH,
                Value = TypedValue.Of(_arguments.Has("bytes") ? _bandwidth : _bandwidth << BytesShift),
            };
        }

        if (_granularity > 0)
        {
            yield return new()
            {
                Field = VirConstants.VIR_DOMAIN_BLOCK_COPY_GRANULARITY, Value = TypedValue.Of(_granularity),
            };
        }

        if (_bufferSize > 0)
        {
            yield return new()
            {
                Field = VirConstants.VIR_DOMAIN_BLOCK_COPY_BUF_SIZE, Value = TypedValue.Of(_bufferSize),
            };
        }
    }
}
