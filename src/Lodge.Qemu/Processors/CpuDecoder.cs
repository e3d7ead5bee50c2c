namespace Lodge.Qemu.Processors;

/// <summary>Finds the model that is nearest to a processor, and says in what they differ, by libvirt's rules.</summary>
internal sealed class CpuDecoder(CpuNames map)
{
    // Each feature that a guest's model has and the processor lacks weighs more than the one before.
    private const int BasePenalty = 2;

    /// <summary>Describes a host: by a model of which it has every feature.</summary>
    public CpuDescription? DescribeHost(CpuBits bits) => Describe(bits, isHost: true, null);

    /// <summary>Describes the CPU of a guest: by a model that QEMU has, lacking features where need be.</summary>
    /// <param name="bits">The CPU.</param>
    /// <param name="offered">What QEMU has, with the features each model would lack on this host.</param>
    public CpuDescription? DescribeGuest(CpuBits bits, IReadOnlyDictionary<string, IReadOnlyList<string>> offered) =>
        Describe(bits, isHost: false, offered);

    /// <summary>
    /// Describes a CPU that several hosts have in common: by one of their own models where that will do.
    /// </summary>
    /// <param name="bits">The CPU.</param>
    /// <param name="offered">What QEMU has; null where that does not matter.</param>
    /// <param name="preferred">The models of the hosts.</param>
    public CpuDescription? DescribeCommon(
        CpuBits bits,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? offered,
        IReadOnlyCollection<string> preferred) => Describe(bits, isHost: false, offered, preferred);

    private CpuDescription? Describe(
        CpuBits bits,
        bool isHost,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? offered,
        IReadOnlyCollection<string>? preferred = null)
    {
        var vendor = map.VendorOf(bits);
        var signature = CpuSignature.FromEax(bits[CpuBitsSource.Basic].Eax);
        bits = WithoutBrokenTransactions(bits, vendor, signature);
        (CpuModelDefinition Model, List<CpuDifference> Features)? best = null;
        foreach (var model in map.Models.Reverse())
        {
            IReadOnlyList<string>? blockers = null;
            if (offered is not null && !offered.TryGetValue(model.Name, out blockers)) continue;
            if (vendor is not null && model.Vendor is not null && model.Vendor != vendor) continue;
            if (isHost ? !model.DescribesHosts : !model.DescribesGuests) continue;
            var features = Compare(bits, model, blockers ?? [], isHost);
            if (isHost && features.Exists(feature => !feature.IsPresent)) continue;
            var isPreferred = preferred?.Contains(model.Name) == true;
            if (isPreferred && preferred!.Count == 1)
            {
                best = (model, features);
                break;
            }

            if (best is not { } known
                || IsBetter(model, features, known.Model, known.Features, signature, isHost, isPreferred))
            {
                best = (model, features);
            }
        }

        return best is { } found
            ? new CpuDescription
            {
                Model = found.Model.Name, Vendor = vendor, Signature = signature, Features = found.Features,
            }
            : null;
    }

    private List<CpuDifference> Compare(
        CpuBits bits, CpuModelDefinition model, IReadOnlyList<string> blockers, bool isHost)
    {
        var beyond = new CpuBits(bits);
        beyond.Remove(model.Bits);
        var lacking = new CpuBits(model.Bits);
        lacking.Remove(bits);
        foreach (var blocker in blockers)
        {
            if (map.Feature(blocker) is { } feature && !beyond.Contains(feature.Bits)) lacking.Add(feature.Bits);
        }

        var features = new List<CpuDifference>();
        Name(beyond, isPresent: true, features);
        Name(lacking, isPresent: false, features);
        if (isHost) return features;
        foreach (var removed in model.RemovedFeatures)
        {
            if (!features.Exists(feature => feature.Name == removed)) features.Add(new CpuDifference(removed, false));
        }

        return features;
    }

    private void Name(CpuBits bits, bool isPresent, List<CpuDifference> features)
    {
        foreach (var feature in map.Features)
        {
            if (!bits.Contains(feature.Bits)) continue;
            bits.Remove(feature.Bits);
            features.Add(new CpuDifference(feature.Name, isPresent));
        }
    }

    private static bool IsBetter(
        CpuModelDefinition candidate,
        List<CpuDifference> features,
        CpuModelDefinition current,
        List<CpuDifference> currentFeatures,
        CpuSignature signature,
        bool isHost,
        bool isPreferred)
    {
        // Once a model stands for the very processor, only such are looked at.
        if (candidate.Matches(signature) != current.Matches(signature)) return candidate.Matches(signature);
        var (weight, lacking) = Weigh(features, isHost);
        var (currentWeight, currentLacking) = Weigh(currentFeatures, isHost);
        return weight < currentWeight || ((weight == currentWeight || isPreferred) && lacking < currentLacking);
    }

    private static (int Weight, int Lacking) Weigh(List<CpuDifference> features, bool isHost)
    {
        if (isHost) return (features.Count, 0);

        // libvirt looks at no more entries than it still counts as present; the choice between models rests on that.
        var present = features.Count;
        var lacking = 0;
        var penalty = BasePenalty;
        for (var i = 0; i < present; i++)
        {
            if (features[i].IsPresent) continue;
            present--;
            lacking += penalty++;
        }

        return (present + lacking, lacking);
    }

    // Haswells before stepping 4 claim transactions that do not work.
    private CpuBits WithoutBrokenTransactions(CpuBits bits, string? vendor, CpuSignature signature)
    {
        if (vendor != "Intel" || signature.Family != 6) return bits;
        if (signature is not ({ Model: 63, Stepping: < 4 } or { Model: 60 or 69 or 70 })) return bits;
        var working = new CpuBits(bits);
        foreach (var name in (ReadOnlySpan<string>)["hle", "rtm"])
        {
            if (map.Feature(name) is { } feature) working.Remove(feature.Bits);
        }

        return working;
    }
}
