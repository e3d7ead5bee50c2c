using Lodge.Model.Domain;

namespace Lodge.Daemon.Domains;

/// <summary>vCPUs of a stored configuration: which are there at the next start.</summary>
/// <remarks>Source: libvirt's <c>qemuDomainSetVcpusConfig</c>, <c>qemuDomainSetVcpuConfig</c>.</remarks>
internal static class ConfiguredVcpus
{
    /// <summary>Brings a configuration to so many.</summary>
    /// <param name="vcpus">The configuration's.</param>
    /// <param name="count">How many.</param>
    /// <param name="hotpluggable">Whether those that come can go again while the guest runs.</param>
    /// <exception cref="Protocol.Errors.VirException">VIR_ERR_INVALID_ARG: there cannot be as many.</exception>
    public static void SetCount(Vcpus vcpus, uint count, bool hotpluggable)
    {
        if (count > vcpus.Maximum)
        {
            throw DomainErrors.InvalidArgument(
                "requested vcpus is greater than max allowable vcpus for the persistent domain: "
                + $"{count} > {vcpus.Maximum}");
        }

        var listed = List(vcpus);
        var isListed = vcpus.Individual is not null;
        var present = vcpus.Online;
        for (var number = 0u; number < vcpus.Maximum && present < count; number++)
        {
            var vcpu = listed[number];
            if (vcpu.Online)
            {
                // Those that cannot go stand first: none of them comes after one that can.
                hotpluggable |= vcpu.Hotpluggable == true;
                continue;
            }

            vcpu.Online = true;
            vcpu.Hotpluggable = hotpluggable;
            isListed |= hotpluggable;
            present++;
        }

        for (var number = vcpus.Maximum; number > 0 && present > count; number--)
        {
            var vcpu = listed[number - 1];
            if (!vcpu.Online)
                continue;
            vcpu.Online = false;
            vcpu.Hotpluggable = true;
            present--;
        }

        vcpus.Current = count;
        vcpus.Individual = isListed ? listed : null;
    }

    /// <summary>Brings single ones, or takes them away.</summary>
    /// <exception cref="Protocol.Errors.VirException">VIR_ERR_INVALID_ARG: one is not there, or cannot come and
    /// go.</exception>
    public static void Set(Vcpus vcpus, IReadOnlySet<uint> chosen, bool online)
    {
        if (chosen.Max() >= vcpus.Maximum)
            throw DomainErrors.InvalidArgument($"vcpu {chosen.Max()} is not present in persistent config");
        if (chosen.Contains(0))
            throw DomainErrors.InvalidArgument("vCPU '0' can't be modified");
        var listed = List(vcpus);
        var first = chosen.Min();
        for (var number = first + 1; number < vcpus.Maximum; number++)
        {
            if (!chosen.Contains(number) && listed[number] is { Online: true, Hotpluggable: not true })
            {
                throw DomainErrors.InvalidArgument(
                    $"vcpu '{first}' can't be modified as it is followed by non-hotpluggable online vcpus");
            }
        }

        foreach (var number in chosen)
        {
            listed[number].Online = online;
            listed[number].Hotpluggable = true;
        }

        vcpus.Individual = listed;
    }

    private static SortedDictionary<uint, Vcpu> List(Vcpus vcpus)
    {
        var listed = new SortedDictionary<uint, Vcpu>();
        for (var number = 0u; number < vcpus.Maximum; number++)
        {
            var known = vcpus.Individual?.GetValueOrDefault(number);
            var isOnline = known?.Online ?? number < vcpus.Current;
            listed[number] = new Vcpu { Online = isOnline, Hotpluggable = known?.Hotpluggable ?? !isOnline };
        }

        return listed;
    }
}
