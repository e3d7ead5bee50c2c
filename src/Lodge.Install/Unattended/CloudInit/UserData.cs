using System.Text;
using Lodge.Install.Options;

namespace Lodge.Install.Unattended.CloudInit;

/// <summary>Files that a person wrote for cloud-init, checked before a guest is started with them.</summary>
/// <remarks>Source: cloud-init's documentation, "User-data formats" and "NoCloud".</remarks>
internal static class UserData
{
    /// <summary>Most bytes of one file.</summary>
    public const int SizeLimit = 16 * 1024 * 1024;

    private static readonly string[] OtherKinds =
    [
        "#!", "#include", "#cloud-boothook", "#part-handler", "#upstart-job", "## template:", "Content-Type:",
        "MIME-Version:", "From ",
    ];

    /// <summary>Reads and checks user-data.</summary>
    /// <exception cref="OptionException">cloud-init would not take it.</exception>
    public static SeedFile ReadUserData(string path)
    {
        var content = Load(path, "user-data");
        CheckUserData(content.Span, path);
        return new SeedFile("user-data", content);
    }

    /// <summary>Checks user-data.</summary>
    /// <exception cref="OptionException">cloud-init would not take it.</exception>
    public static void CheckUserData(ReadOnlySpan<byte> content, string path)
    {
        // What is compressed is cloud-init's to unpack.
        if (content.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b])) return;
        var text = Decode(content, path);
        var first = text.AsSpan().TrimStart();
        if (first.StartsWith("#cloud-config-archive"))
        {
            if (SeedYaml.Read(text, path).Root != SeedYaml.Root.List)
                throw new OptionException($"'{path}' is no archive of cloud-init: it holds no list");
            return;
        }

        if (first.StartsWith("#cloud-config"))
        {
            if (SeedYaml.Read(text, path).Root is not (SeedYaml.Root.Mapping or SeedYaml.Root.Nothing))
                throw new OptionException($"'{path}' is no user-data: it holds no names with values");
            return;
        }

        foreach (var kind in OtherKinds)
        {
            if (first.StartsWith(kind, StringComparison.OrdinalIgnoreCase)) return;
        }

        throw new OptionException(
            $"'{path}' is no user-data that cloud-init takes: its first line is neither '#cloud-config' nor '#!' nor "
            + "another of its kinds");
    }

    /// <summary>Reads and checks meta-data or a network's configuration.</summary>
    /// <exception cref="OptionException">cloud-init would not take it.</exception>
    public static SeedFile ReadMapping(string path, string name, params ReadOnlySpan<string> oneOf)
    {
        var content = Load(path, name);
        var (root, names) = SeedYaml.Read(Decode(content.Span, path), path);
        if (root is not (SeedYaml.Root.Mapping or SeedYaml.Root.Nothing))
            throw new OptionException($"'{path}' is no {name}: it holds no names with values");
        if (oneOf.Length > 0 && !names.Overlaps(oneOf.ToArray()))
            throw new OptionException($"'{path}' is no {name}: it has none of {string.Join(", ", oneOf!)}");
        return new SeedFile(name, content);
    }

    private static ReadOnlyMemory<byte> Load(string path, string what)
    {
        try
        {
            if (new FileInfo(path).Length > SizeLimit)
                throw new OptionException($"'{path}' is too large for {what}: {SizeLimit} bytes are allowed");
            return File.ReadAllBytes(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new OptionException($"Cannot read the {what} '{path}': {failure.Message}", failure);
        }
    }

    private static string Decode(ReadOnlySpan<byte> content, string path)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (DecoderFallbackException failure)
        {
            throw new OptionException($"'{path}' is not text in UTF-8", failure);
        }
    }
}
