namespace Lodge.Qemu.Processors;

/// <summary>
/// The x86 processors and features that have names (libvirt's CPU map, as the distribution ships it).
/// </summary>
public sealed partial class CpuNames
{
    /// <summary>Where distributions put the map.</summary>
    public const string DefaultFolder = "/usr/share/libvirt/cpu_map";

    private readonly List<CpuFeatureDefinition> _features = [];
    private readonly List<CpuModelDefinition> _models = [];
    private readonly Dictionary<string, string> _vendors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CpuFeatureDefinition> _featuresByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _namesInQemu = new(StringComparer.Ordinal);

    private CpuNames()
    {
    }

    /// <summary>The features, in the map's order.</summary>
    public IReadOnlyList<CpuFeatureDefinition> Features => _features;

    /// <summary>The models, oldest first.</summary>
    public IReadOnlyList<CpuModelDefinition> Models => _models;

    /// <summary>Finds a model, or null.</summary>
    public CpuModelDefinition? Model(string name) => _models.Find(model => model.Name == name);

    /// <summary>Finds a feature by libvirt's name or QEMU's, or null.</summary>
    public CpuFeatureDefinition? Feature(string name) =>
        _featuresByName.GetValueOrDefault(_namesInQemu.GetValueOrDefault(name, name));

    /// <summary>
    /// The vendor's name that a processor tells (<c>AuthenticAMD</c>) in libvirt's words (<c>AMD</c>); null where
    /// unknown.
    /// </summary>
    public string? VendorOf(CpuBits bits)
    {
        var registers = bits[CpuBitsSource.Vendor];
        Span<byte> text = stackalloc byte[12];
        BitConverter.TryWriteBytes(text, registers.Ebx);
        BitConverter.TryWriteBytes(text[4..], registers.Edx);
        BitConverter.TryWriteBytes(text[8..], registers.Ecx);
        return _vendors.GetValueOrDefault(System.Text.Encoding.ASCII.GetString(text));
    }

    /// <summary>What processors of a vendor tell (<c>GenuineIntel</c>); null where the vendor is unknown.</summary>
    /// <param name="name">The vendor in libvirt's words (<c>Intel</c>).</param>
    public string? VendorText(string name) => _vendors.FirstOrDefault(vendor => vendor.Value == name).Key;

    /// <summary>Writes a vendor's text, as the processor tells it, into bits.</summary>
    public static void SetVendor(CpuBits bits, string text)
    {
        if (text.Length != 12) return;
        var bytes = System.Text.Encoding.ASCII.GetBytes(text);
        bits[CpuBitsSource.Vendor] = bits[CpuBitsSource.Vendor] | new CpuRegisters(
            0, BitConverter.ToUInt32(bytes, 0), BitConverter.ToUInt32(bytes, 8), BitConverter.ToUInt32(bytes, 4));
    }
}
