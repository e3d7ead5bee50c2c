using Lodge.Model.Domain;

namespace Lodge.Qemu.Completion.Defaults;

/// <summary>The order in which single virtual CPUs come (<c>qemuDomainDefVcpusPostParse</c>).</summary>
internal static class VcpuOrder
{
    public static void Check(DomainDefinition domain)
    {
        if (domain.Vcpus.Individual is not { Count: > 0 } vcpus)
        {
            return;
        }

        var first = vcpus[0];
        if (!first.Online)
        {
            throw Refusal.Unsupported("vcpu 0 can't be offline");
        }

        if (first.Hotpluggable == true)
        {
            throw Refusal.Unsupported("vcpu0 can't be hotpluggable");
        }

        if (first.Order > 1)
        {
            throw Refusal.Unsupported("vcpu0 must be enabled first");
        }

        var before = first;
        foreach (var vcpu in vcpus.Values.Skip(1))
        {
            CheckOne(vcpu, before, first.Order != 0);
            before = vcpu;
        }
    }

    /// <summary>Virtual CPUs that are listed say whether they can come and go.</summary>
    public static void FillHotpluggable(DomainDefinition domain)
    {
        foreach (var (id, vcpu) in domain.Vcpus.Individual ?? [])
        {
            vcpu.Hotpluggable ??= !vcpu.Online;
            if (vcpu is { Hotpluggable: false, Online: false })
            {
                throw Refusal.DomainUnsupported($"vcpu '{id}' is both offline and not hotpluggable");
            }
        }
    }

    private static void CheckOne(Vcpu vcpu, Vcpu before, bool ordered)
    {
        if (vcpu.Online && (vcpu.Order != 0) != ordered)
        {
            throw Refusal.Unsupported("all vcpus must have either set or unset order");
        }

        if (vcpu.Hotpluggable != false)
        {
            return;
        }

        if (before.Hotpluggable == true)
        {
            throw Refusal.Unsupported("online non-hotpluggable vcpus need to be ordered prior to hotplugable vcpus");
        }

        if (before.Order > vcpu.Order)
        {
            throw Refusal.Unsupported("online non-hotpluggable vcpus must be ordered in ascending order");
        }
    }
}
