using System.Globalization;

namespace Lodge.Host.Facts;

/// <summary>The processor as /proc/cpuinfo describes the first CPU.</summary>
public sealed class HostCpu
{
    private readonly Dictionary<string, string> _fields;
    private readonly HashSet<string> _flags;

    private HostCpu(Dictionary<string, string> fields)
    {
        _fields = fields;
        _flags = [.. Field("flags").Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>The maker as CPUID spells it (<c>AuthenticAMD</c>), or empty.</summary>
    public string VendorId => Field("vendor_id");

    /// <summary>The marketing name, or empty.</summary>
    public string ModelName => Field("model name");

    /// <summary>Family, with the extended family added.</summary>
    public int Family => Number("cpu family");

    /// <summary>Model, with the extended model put in front.</summary>
    public int Model => Number("model");

    /// <summary>Stepping.</summary>
    public int Stepping => Number("stepping");

    /// <summary>The version of the microcode, zero where unknown.</summary>
    public uint Microcode =>
        uint.TryParse(
            Field("microcode").AsSpan().TrimStart("0x"), NumberStyles.HexNumber, CultureInfo.InvariantCulture,
            out var v) ? v : 0;

    /// <summary>Bits of a physical address, zero where unknown.</summary>
    public int PhysicalAddressBits =>
        Field("address sizes").Split(' ') is [var bits, ..]
        && int.TryParse(bits, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;

    /// <summary>The flags of the first CPU, by the kernel's names.</summary>
    public IReadOnlySet<string> Flags => _flags;

    /// <summary>Whether the processor has a flag, by the kernel's name (<c>vmx</c>, <c>svm</c>, <c>lm</c>).</summary>
    public bool HasFlag(string name) => _flags.Contains(name);

    /// <summary>Reads /proc/cpuinfo; a missing file gives a processor without fields.</summary>
    public static HostCpu Read(HostFiles files)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in files.Text("/proc/cpuinfo").AsSpan().EnumerateLines())
        {
            var colon = line.IndexOf(':');
            if (colon > 0)
            {
                fields.TryAdd(line[..colon].Trim().ToString(), line[(colon + 1)..].Trim().ToString());
            }
            else if (fields.Count > 0)
            {
                break;
            }
        }

        return new HostCpu(fields);
    }

    private string Field(string name) => _fields.GetValueOrDefault(name, string.Empty);

    private int Number(string name) =>
        int.TryParse(Field(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
