using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The guest's share of one disk of the host; 0 is no limit.</summary>
public sealed class BlkioDevice
{
    /// <summary>The host's device.</summary>
    public required string Path { get; set; }

    /// <summary>Weight against other guests.</summary>
    public uint Weight { get; set; }

    /// <summary>Reads a second.</summary>
    public uint ReadIops { get; set; }

    /// <summary>Writes a second.</summary>
    public uint WriteIops { get; set; }

    /// <summary>Bytes read a second.</summary>
    public ulong ReadBytes { get; set; }

    /// <summary>Bytes written a second.</summary>
    public ulong WriteBytes { get; set; }

    internal static BlkioDevice Parse(Element element) => new()
    {
        Path = element.ChildText("path") ?? throw XmlError.Unsupported("missing per-device path"),
        Weight = (uint)Number(element, "weight", "weight", uint.MaxValue),
        ReadBytes = Number(element, "read_bytes_sec", "read bytes sec", ulong.MaxValue),
        WriteBytes = Number(element, "write_bytes_sec", "write bytes sec", ulong.MaxValue),
        ReadIops = (uint)Number(element, "read_iops_sec", "read iops sec", uint.MaxValue),
        WriteIops = (uint)Number(element, "write_iops_sec", "write iops sec", uint.MaxValue),
    };

    internal void Format(XmlOutput output)
    {
        if ((Weight | ReadIops | WriteIops | ReadBytes | WriteBytes) != 0)
        {
            output.Start("device").Text("path", Path).Text("weight", Some(Weight)).Text("read_iops_sec", Some(ReadIops))
                .Text("write_iops_sec", Some(WriteIops)).Text("read_bytes_sec", Some(ReadBytes))
                .Text("write_bytes_sec", Some(WriteBytes)).End();
        }
    }

    private static ulong? Some(ulong value) => value == 0 ? null : value;

    private static ulong Number(Element element, string name, string said, ulong limit) =>
        element.ChildText(name) switch
    {
        null => 0,
        var text when Numbers.TryULong(text, 10, out var value) && value <= limit => value,
        var text => throw XmlError.Unsupported($"could not parse {said} {text}"),
    };
}
