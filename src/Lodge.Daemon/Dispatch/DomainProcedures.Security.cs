using Lodge.Daemon.Server;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class DomainProcedures
{
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
        var isActive = driver.Find(args.Dom).Current.IsActive;
        return Answer(new DomainGetSecurityLabelListRet
        {
            Labels = isActive ? [Unlabelled] : [],
            Ret = isActive ? 1 : 0,
        });
    }

    /// <summary>A guest without a label: no security driver labels guests of this daemon.</summary>
    private static DomainGetSecurityLabelRet Unlabelled => new() { Label = [0], Enforcing = 0 };
}
