using Lodge.Protocol.Errors;

namespace Lodge.Qemu.SavedState;

/// <summary>The programs that compress saved guests, by libvirt's names and with its options.</summary>
public static class SaveCompressionPrograms
{
    private static readonly string[] Names = ["raw", "gzip", "bzip2", "xz", "lzop"];

    /// <summary>Finds out how to compress.</summary>
    /// <param name="name">What the administrator set; null for not at all.</param>
    /// <param name="use">What for, as the setting is named: <c>save</c>, <c>dump</c>, <c>snapshot</c>.</param>
    /// <exception cref="VirException">VIR_ERR_OPERATION_FAILED: there is no such way, or its program is not
    /// installed.</exception>
    public static SaveCompression Choose(string? name, string use)
    {
        if (name is null)
        {
            return SaveCompression.Raw;
        }

        var number = Array.IndexOf(Names, name);
        if (number < 0)
        {
            throw Failed($"Invalid {use} image format specified in configuration file");
        }

        var compression = (SaveCompression)number;
        return compression == SaveCompression.Raw || FindProgram(compression) is not null
            ? compression
            : throw Failed($"Compression program for {use} image format in configuration file isn't available");
    }

    /// <summary>The command that compresses its input.</summary>
    internal static (string Path, string[] Arguments) Compressor(SaveCompression compression) =>
        (Program(compression), compression == SaveCompression.Xz ? ["-c", "-3"] : ["-c"]);

    /// <summary>The command that decompresses its input.</summary>
    internal static (string Path, string[] Arguments) Decompressor(SaveCompression compression) =>
        (Program(compression), compression == SaveCompression.Lzop ? ["-dc", "--ignore-warn"] : ["-dc"]);

    private static string Program(SaveCompression compression) => Enum.IsDefined(compression)
        ? FindProgram(compression) ?? throw Failed($"Cannot find '{Names[(int)compression]}' in path")
        : throw Failed($"Invalid compressed save format {(int)compression}");

    private static string? FindProgram(SaveCompression compression) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin").Split(':')
        .Select(folder => Path.Combine(folder, Names[(int)compression]))
        .FirstOrDefault(File.Exists);

    private static VirException Failed(string detail) =>
        new(VirErrorNumber.VIR_ERR_OPERATION_FAILED, VirErrorDomain.VIR_FROM_QEMU, detail);
}
