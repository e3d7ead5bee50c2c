using System.Text;
using Lodge.Daemon.Domains;
using Lodge.Daemon.Server;
using Lodge.Protocol.Remote;
using Lodge.Security;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class DomainProcedures
{
    /// <inheritdoc/>
    public ValueTask<DomainGetSecurityLabelRet> DomainGetSecurityLabelAsync(
        ClientCall call, DomainGetSecurityLabelArgs args)
    {
        // The host's first model is asked for alone.
        var labels = Labels(driver.Find(args.Dom));
        return Answer(labels.Length > 0 ? labels[0] : Reply(default));
    }

    /// <inheritdoc/>
    public ValueTask<DomainGetSecurityLabelListRet> DomainGetSecurityLabelListAsync(
        ClientCall call, DomainGetSecurityLabelListArgs args)
    {
        var labels = Labels(driver.Find(args.Dom));
        return Answer(new DomainGetSecurityLabelListRet { Labels = labels, Ret = labels.Length });
    }

    private static DomainGetSecurityLabelRet Reply(ProcessLabel label) => new()
    {
        Label = Encoding.UTF8.GetBytes(label.Label + '\0'),
        Enforcing = label.IsEnforcing ? 1 : 0,
    };

    private DomainGetSecurityLabelRet[] Labels(DomainObject domain) => domain.Current.Live is { Identity.Pid: > 0 } live
        ? [.. driver.Confinement.LabelsOf(live.Definition, live.Identity.Pid).Select(Reply)]
        : [];
}
