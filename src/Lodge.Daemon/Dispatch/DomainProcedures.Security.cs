using System.Text;
using Lodge.Daemon.Domains;
using Lodge.Daemon.Server;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class DomainProcedures
{
    /// <summary>A guest without a label: no driver of labels is the host's first.</summary>
    private static readonly DomainGetSecurityLabelRet Unlabelled = new() { Label = [0], Enforcing = 0 };

    /// <inheritdoc/>
    public ValueTask<DomainGetSecurityLabelRet> DomainGetSecurityLabelAsync(
        ClientCall call, DomainGetSecurityLabelArgs args)
    {
        _ = driver.Find(args.Dom);
        return Answer(Unlabelled);
    }

    /// <inheritdoc/>
    public ValueTask<DomainGetSecurityLabelListRet> DomainGetSecurityLabelListAsync(
        ClientCall call, DomainGetSecurityLabelListArgs args)
    {
        var labels = driver.Find(args.Dom).Current.Live is { } live ? Labels(live) : [];
        return Answer(new DomainGetSecurityLabelListRet { Labels = labels, Ret = labels.Length });
    }

    private DomainGetSecurityLabelRet[] Labels(LiveDomain live)
    {
        var labels = new List<DomainGetSecurityLabelRet> { Unlabelled };
        foreach (var securityDriver in driver.Confinement.Drivers)
        {
            var label = live.Definition.SecurityLabels.Find(one => one.Model == securityDriver.Model)?.Label ?? "";
            labels.Add(new DomainGetSecurityLabelRet { Label = Encoding.UTF8.GetBytes(label + '\0'), Enforcing = 0 });
        }

        return [.. labels];
    }
}
