using Lodge.Install.Media.Iso;

namespace Lodge.Fuzz.Targets;

/// <summary>Images of discs that anybody may have made: their descriptors, folders, names and links.</summary>
internal sealed class IsoImageTarget : IFuzzTarget
{
    // A file without a name: nothing is left of it, however the run ends.
    private FileStream? _image;

    public string Name => "iso-9660";

    public IEnumerable<byte[]> Seeds { get; } = [Sectors(rockRidge: true), Sectors(rockRidge: false)];

    public void Run(ReadOnlySpan<byte> input)
    {
        // The first sixteen sectors belong to nobody; mutations are spent on what is read.
        var bytes = new byte[(16 * 2048) + input.Length];
        input.CopyTo(bytes.AsSpan(16 * 2048));
        _image ??= Unnamed();
        _image.SetLength(0);
        _image.Write(bytes);
        _image.Flush();
        try
        {
            using var image = IsoImage.Open($"/proc/self/fd/{_image.SafeFileHandle.DangerousGetHandle()}");
            foreach (var name in image.Names("")) _ = image.Has($"{name}/a/../b");
            using var file = image.OpenRead("FILE");
            file.CopyTo(Stream.Null);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            // Said in so many words: as it should be.
        }
    }

    private static FileStream Unnamed()
    {
        var path = Path.GetTempFileName();
        var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        File.Delete(path);
        return file;
    }

    /// <summary>A descriptor, its end, a folder and a file: sectors 16 to 19.</summary>
    private static byte[] Sectors(bool rockRidge)
    {
        var bytes = new byte[4 * 2048];
        Span<byte> image = bytes;
        "\u0001CD001\u0001"u8.CopyTo(image);
        "VOLUME"u8.CopyTo(image[40..]);
        Record(image[156..], 18, 2048, 2, [0], []);
        "CD001"u8.CopyTo(image[2049..]);
        image[2048] = 255;
        var folder = image[4096..];
        folder = folder[Record(folder, 18, 2048, 2, [0], rockRidge ? [.. "SP"u8, 7, 1, 0xbe, 0xef, 0] : [])..];
        folder = folder[Record(folder, 18, 2048, 2, [1], [])..];
        folder = folder[Record(folder, 19, 5, 0, "FILE;1"u8, rockRidge ? [.. "NM"u8, 9, 1, 0, .. "file"u8] : [])..];
        Record(folder, 0, 0, 0, "LINK"u8, rockRidge ? [.. "SL"u8, 11, 1, 0, 0, 4, .. "FILE"u8] : []);
        return bytes;
    }

    private static int Record(
        Span<byte> at, byte block, ushort length, byte flags, ReadOnlySpan<byte> name, ReadOnlySpan<byte> more)
    {
        var start = 33 + name.Length + (1 - (name.Length & 1));
        var size = start + more.Length + (more.Length & 1);
        at[0] = (byte)size;
        at[2] = block;
        at[10] = (byte)length;
        at[11] = (byte)(length >> 8);
        at[25] = flags;
        at[32] = (byte)name.Length;
        name.CopyTo(at[33..]);
        more.CopyTo(at[start..]);
        return size;
    }
}
