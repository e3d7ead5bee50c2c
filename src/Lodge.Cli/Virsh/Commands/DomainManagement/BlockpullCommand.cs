using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh blockpull</c>: Populate a disk from its backing image..</summary>
internal static class BlockpullCommand
{
    internal static Command Definition => new("blockpull", NotServed.RunAsync)
    {
        Help = "Populate a disk from its backing image.",
        Description = "Populate a disk from its backing image.",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Data("path", "fully-qualified path of disk", Completers.DiskTargets),
            Option.Number("bandwidth", "bandwidth limit in MiB/s"),
            Option.Text("base", "path of backing file in chain for a partial pull"),
            Option.Flag("wait", "wait for job to finish"),
            Option.Flag("verbose", "with --wait, display the progress"),
            Option.Number("timeout", "with --wait, abort if pull exceeds timeout (in seconds)"),
            Option.Flag("async", "with --wait, don't wait for cancel to finish"),
            Option.Flag("keep-relative", "keep the backing chain relatively referenced"),
            Option.Flag("bytes", "the bandwidth limit is in bytes/s rather than MiB/s"),
        ],
    };
}
