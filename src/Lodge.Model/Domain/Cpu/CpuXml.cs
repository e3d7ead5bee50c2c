using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>CPUs described outside a domain, as comparing and combining them takes and gives.</summary>
/// <remarks>https://libvirt.org/formatdomain.html#cpu-model-and-topology; <c>virConnectCompareCPU</c>.</remarks>
public static class CpuXml
{
    private static readonly string[] Architectures =
    [
        "alpha", "armv6l", "armv7l", "armv7b", "aarch64", "cris", "i686", "ia64", "lm32", "m68k", "microblaze",
        "microblazeel", "mips", "mipsel", "mips64", "mips64el", "openrisc", "parisc", "parisc64", "ppc", "ppc64",
        "ppc64le", "ppcemb", "riscv32", "riscv64", "s390", "s390x", "sh4", "sh4eb", "sparc", "sparc64", "unicore32",
        "x86_64", "xtensa", "xtensaeb", "loongarch64",
    ];

    /// <summary>Reads a CPU.</summary>
    /// <param name="xml">The text; may come from anybody.</param>
    /// <param name="mustBeHost">Whether only a host's CPU will do; else an <c>arch</c> inside tells which it
    /// is.</param>
    /// <exception cref="VirException">With libvirt's code, domain and text for what it refuses.</exception>
    public static StandaloneCpu Parse(string xml, bool mustBeHost = false)
    {
        var root = XmlReading.Read(xml, VirErrorDomain.VIR_FROM_CPU, source: "CPU_definition");
        if (root.Name != "cpu")
        {
            throw Cpu.Refuse("XML does not contain expected 'cpu' element");
        }

        if (!mustBeHost && !root.Has("arch"))
        {
            return new(null, Cpu.Parse(root));
        }

        if (!mustBeHost && root.Attribute("match") is not null)
        {
            throw Cpu.Refuse("'arch' element cannot be used inside 'cpu' element with 'match' attribute'");
        }

        if (root.Attribute("mode") is not null)
        {
            throw Cpu.Refuse(
                VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, "Attribute mode is only allowed for guest CPU");
        }

        var architecture = root.ChildText("arch") ?? throw Cpu.Refuse("Missing CPU architecture");
        if (!IsArchitecture(architecture))
        {
            throw Cpu.Refuse(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, $"Unknown architecture {architecture}");
        }

        return root.ChildText("model") is not null
            ? new(architecture, Cpu.Parse(root))
            : throw Cpu.Refuse("Missing CPU model name");
    }

    /// <summary>Whether libvirt knows an architecture of that name.</summary>
    public static bool IsArchitecture(string name) => Architectures.Contains(name);

    /// <summary>Writes a guest's CPU.</summary>
    public static string Format(Cpu cpu)
    {
        ArgumentNullException.ThrowIfNull(cpu);
        var output = new XmlOutput();
        cpu.Format(output, null);
        return output.ToString();
    }
}
