using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The guest's share of the host's disks (<c>&lt;blkiotune&gt;</c>).</summary>
public sealed class BlkioTune
{
    /// <summary>Its weight against other guests; 0 for the usual one.</summary>
    public uint Weight { get; set; }

    /// <summary>What holds for single devices of the host.</summary>
    public List<BlkioDevice> Devices { get; } = [];

    internal static BlkioTune Parse(Element? element)
    {
        var tune = new BlkioTune();
        if (element?.ChildText("weight") is { } weight && Numbers.TryUInt(weight, 10, out var value))
        {
            tune.Weight = value;
        }

        foreach (var device in element?.All("device") ?? [])
        {
            tune.Devices.Add(BlkioDevice.Parse(device));
        }

        return tune;
    }

    internal void Format(XmlOutput output)
    {
        output.Start("blkiotune").Text("weight", Weight == 0 ? null : (ulong?)Weight);
        Devices.ForEach(device => device.Format(output));
        output.EndUnlessEmpty();
    }
}
