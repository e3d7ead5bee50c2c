using System.Globalization;
using Lodge.Host.Facts;

namespace Lodge.Host.NodeDevices;

/// <summary>A device as the kernel shows it: a folder below /sys/devices, and what udev noted about it.</summary>
public sealed class SysfsDevice
{
    private const string DatabaseFolder = "/run/udev/data/";

    private readonly HostFiles _files;
    private readonly Dictionary<string, string> _properties;

    private SysfsDevice(HostFiles files, string path, string subsystem, Dictionary<string, string> properties)
    {
        _files = files;
        Path = path;
        Subsystem = subsystem;
        _properties = properties;
    }

    /// <summary>The folder, with no link in its path.</summary>
    public string Path { get; }

    /// <summary>The kernel's name of the device.</summary>
    public string Name => System.IO.Path.GetFileName(Path).Replace('!', '/');

    /// <summary>The bus or class it belongs to.</summary>
    public string Subsystem { get; }

    /// <summary>Other names of its node, from udev.</summary>
    public IReadOnlyList<string> Links { get; private init; } = [];

    /// <summary>Its node below /dev, or null.</summary>
    public string? Node => Property("DEVNAME") is { } name ? (name[0] == '/' ? name : "/dev/" + name) : null;

    /// <summary>The driver that has it, or null.</summary>
    public string? Driver => LinkName("driver");

    /// <summary>Reads a device; null where the folder is none.</summary>
    /// <param name="files">The host's files.</param>
    /// <param name="path">The folder or a link to it.</param>
    public static SysfsDevice? Read(HostFiles files, string path)
    {
        ArgumentNullException.ThrowIfNull(files);
        var real = files.RealPath(path);
        if (real is null || files.Text(real + "/uevent") is not { } text)
        {
            return null;
        }

        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            Take(properties, line);
        }

        var subsystem = System.IO.Path.GetFileName(files.RealPath(real + "/subsystem") ?? "");
        var links = new List<string>();
        ReadDatabase(files, Key(properties, subsystem, real, files), properties, links);
        return new SysfsDevice(files, real, subsystem, properties) { Links = links };
    }

    /// <summary>A property of the kernel's event or of udev's rules, or null.</summary>
    public string? Property(string name) => _properties.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    /// <summary>
    /// The text of a file in the folder without control characters, or null where it is missing or empty.
    /// </summary>
    public string? Text(string name)
    {
        if (_files.Text(Path + "/" + name) is not { } text)
        {
            return null;
        }

        var printable = string.Concat(text.Where(static c => !char.IsControl(c)));
        return printable.Length > 0 ? printable : null;
    }

    /// <summary>The number in a file, decimal or as C writes it, or null.</summary>
    public long? Number(string name) => Parse(Text(name), hexadecimal: false);

    /// <summary>The hexadecimal number in a file, or null.</summary>
    public uint? Hexadecimal(string name) => (uint?)Parse(Text(name), hexadecimal: true);

    /// <summary>The number in a property, or null.</summary>
    public uint? NumberProperty(string name, bool hexadecimal = false) => (uint?)Parse(Property(name), hexadecimal);

    /// <summary>The content of a file in the folder, or null.</summary>
    public byte[]? Bytes(string name) => _files.Bytes(Path + "/" + name);

    /// <summary>Whether the folder has such a file or folder.</summary>
    public bool Has(string name) => _files.Exists(Path + "/" + name);

    /// <summary>The last part of where a link in the folder leads, or null.</summary>
    public string? LinkName(string name) =>
        _files.RealPath(Path + "/" + name) is { } target ? System.IO.Path.GetFileName(target) : null;

    /// <summary>The names in a folder of the folder, in order.</summary>
    public IReadOnlyList<string> Names(string folder) => _files.Names(Path + "/" + folder);

    internal static long? Parse(string? text, bool hexadecimal)
    {
        var digits = text.AsSpan().Trim();
        if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            digits = digits[2..];
            hexadecimal = true;
        }

        return long.TryParse(
            digits,
            hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number) ? number : null;
    }

    private static void Take(Dictionary<string, string> properties, ReadOnlySpan<char> line)
    {
        var equals = line.IndexOf('=');
        if (equals > 0)
        {
            properties[line[..equals].ToString()] = line[(equals + 1)..].ToString();
        }
    }

    /// <summary>The name of a device's file in udev's database.</summary>
    private static string Key(Dictionary<string, string> properties, string subsystem, string path, HostFiles files)
    {
        if (properties.TryGetValue("MAJOR", out var major) && properties.TryGetValue("MINOR", out var minor))
        {
            return $"{(subsystem == "block" ? 'b' : 'c')}{major}:{minor}";
        }

        return subsystem == "net" && files.Number(path + "/ifindex") is { } index
            ? string.Create(CultureInfo.InvariantCulture, $"n{index}")
            : $"+{subsystem}:{System.IO.Path.GetFileName(path)}";
    }

    private static void ReadDatabase(
        HostFiles files, string key, Dictionary<string, string> properties, List<string> links)
    {
        foreach (var line in files.Lines(DatabaseFolder + key))
        {
            if (line.StartsWith("E:", StringComparison.Ordinal))
            {
                Take(properties, line.AsSpan(2));
            }
            else if (line.StartsWith("S:", StringComparison.Ordinal))
            {
                links.Add("/dev/" + line[2..]);
            }
        }
    }
}
