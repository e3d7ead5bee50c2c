using System.Numerics;
using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>KVM's own features (<c>&lt;kvm&gt;</c>).</summary>
public sealed class KvmFeatures
{
    private const uint SmallestRing = 1024;
    private const uint LargestRing = 65536;

    private static readonly string[] Names = ["hidden", "hint-dedicated", "poll-control", "pv-ipi", "dirty-ring"];

    /// <summary>Whether each one named is on.</summary>
    public SortedList<string, bool> States { get; } = new(StringComparer.Ordinal);

    /// <summary>Entries of the ring of dirty pages.</summary>
    public uint DirtyRingSize { get; set; }

    /// <summary>Whether one is on; null where nothing is said of it.</summary>
    public bool? this[string name] => States.TryGetValue(name, out var on) ? on : null;

    internal static KvmFeatures Parse(Element element)
    {
        var kvm = new KvmFeatures();
        foreach (var feature in element.Children)
        {
            if (!Names.Contains(feature.Name))
            {
                throw XmlError.Unsupported($"unsupported KVM feature: {feature.Name}");
            }

            feature.Required("state");
            var on = feature.OnOff("state") == true;
            kvm.States[feature.Name] = on;
            if (feature.Name == "dirty-ring" && on)
            {
                feature.Required("size");
                kvm.DirtyRingSize = feature.UInt("size", 0) ?? 0;
                if (!BitOperations.IsPow2(kvm.DirtyRingSize) || kvm.DirtyRingSize is < SmallestRing or > LargestRing)
                {
                    throw XmlError.Domain("dirty ring must be power of 2 and ranges [1024, 65536]");
                }
            }
        }

        return kvm;
    }

    internal void Format(XmlOutput output)
    {
        output.Start("kvm");
        foreach (var name in Names)
        {
            if (this[name] is { } on)
            {
                output.Start(name).OnOff("state", on)
                    .AttributeUnlessZero("size", name == "dirty-ring" ? DirtyRingSize : 0).End();
            }
        }

        output.EndLong();
    }
}
