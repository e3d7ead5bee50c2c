using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client.Test;

/// <content>Title, description and other notes, and what is done at the end of a guest's life.</content>
internal sealed partial class TestDomainProcedures
{
    public ValueTask<DomainGetMetadataRet> DomainGetMetadataAsync(TestHypervisor call, DomainGetMetadataArgs args)
    {
        TestHypervisor.CheckFlags(args.Flags, 3, "testDomainGetMetadata");
        var definition = call.Find(args.Dom).Select(Impact(args.Flags));
        return new(new DomainGetMetadataRet
        {
            Metadata = DomainMetadata.Get(definition, (VirDomainMetadataType)args.Type, args.Uri),
        });
    }

    public ValueTask DomainSetMetadataAsync(TestHypervisor call, DomainSetMetadataArgs args)
    {
        TestHypervisor.CheckFlags(args.Flags, 3, "testDomainSetMetadata");
        var type = (VirDomainMetadataType)args.Type;
        DomainMetadata.Validate(type, args.Metadata, args.Key, args.Uri);
        var domain = call.Find(args.Dom);
        foreach (var definition in domain.SelectAll(Impact(args.Flags)))
        {
            DomainMetadata.Set(definition, type, args.Metadata, args.Key, args.Uri);
        }

        call.SendMetadataChange(domain, type, args.Uri);
        return default;
    }

    public ValueTask DomainSetLifecycleActionAsync(TestHypervisor call, DomainSetLifecycleActionArgs args)
    {
        if (args.Action >= (uint)VirDomainLifecycleAction.VIR_DOMAIN_LIFECYCLE_ACTION_LAST)
        {
            throw TestHypervisor.Fault(VirErrorNumber.VIR_ERR_INVALID_ARG, $"action {args.Action} is out of range");
        }

        var action = (LifecycleAction)args.Action;
        foreach (var definition in call.Find(args.Dom).SelectAll(Impact(args.Flags)))
        {
            switch ((VirDomainLifecycle)args.Type)
            {
                case VirDomainLifecycle.VIR_DOMAIN_LIFECYCLE_POWEROFF:
                    definition.OnPoweroff = action;
                    break;
                case VirDomainLifecycle.VIR_DOMAIN_LIFECYCLE_REBOOT:
                    definition.OnReboot = action;
                    break;
                case VirDomainLifecycle.VIR_DOMAIN_LIFECYCLE_CRASH:
                    definition.OnCrash = action;
                    break;
                default:
                    throw TestHypervisor.Fault(VirErrorNumber.VIR_ERR_INVALID_ARG, $"type {args.Type} is out of range");
            }
        }

        return default;
    }
}
