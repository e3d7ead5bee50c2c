using Lodge.Model.Xml;

namespace Lodge.Model.NodeDevice;

/// <summary>What a PCI Express link can do, or does.</summary>
/// <param name="Port">The port's number; null where none is told.</param>
/// <param name="Generation">The speed's code in the configuration space: 1 is 2.5 GT/s; 0 is unknown.</param>
/// <param name="Width">How many lanes.</param>
public sealed record PcieLink(int? Port, int Generation, int Width)
{
    private static readonly string?[] Speeds = [null, "2.5", "5", "8", "16", "32", "64"];

    internal void Format(XmlOutput output, string validity) => output.Start("link")
        .Attribute("validity", validity)
        .Attribute("port", (long?)Port)
        .Attribute("speed", Generation < Speeds.Length ? Speeds[Generation] : null)
        .Attribute("width", (long?)Width)
        .End();
}
