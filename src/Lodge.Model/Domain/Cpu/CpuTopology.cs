using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How virtual CPUs are laid out (<c>&lt;topology&gt;</c>).</summary>
public sealed class CpuTopology
{
    /// <summary>Sockets.</summary>
    public uint Sockets { get; set; } = 1;

    /// <summary>Dies of a socket.</summary>
    public uint Dies { get; set; } = 1;

    /// <summary>Cores of a die.</summary>
    public uint Cores { get; set; } = 1;

    /// <summary>Threads of a core.</summary>
    public uint Threads { get; set; } = 1;

    /// <summary>Virtual CPUs in all.</summary>
    public ulong Total => (ulong)Sockets * Dies * Cores * Threads;

    internal static CpuTopology Parse(Element element)
    {
        element.Required("sockets");
        element.Required("cores");
        element.Required("threads");
        return new()
        {
            Sockets = element.UInt("sockets", nonZero: true) ?? 1,
            Dies = element.UInt("dies", nonZero: true) ?? 1,
            Cores = element.UInt("cores", nonZero: true) ?? 1,
            Threads = element.UInt("threads", nonZero: true) ?? 1,
        };
    }

    internal void Format(XmlOutput output) => output.Start("topology").Attribute("sockets", (ulong?)Sockets)
        .Attribute("dies", (ulong?)Dies).Attribute("cores", (ulong?)Cores).Attribute("threads", (ulong?)Threads).End();
}
