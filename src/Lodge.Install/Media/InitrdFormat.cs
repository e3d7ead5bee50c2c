namespace Lodge.Install.Media;

/// <summary>The forms of a memory disk that Linux unpacks (lib/decompress.c, usr/Kconfig).</summary>
internal static class InitrdFormat
{
    /// <summary>Whether something begins as one of them.</summary>
    public static bool IsKnown(ReadOnlySpan<byte> start) =>
        start.StartsWith("070701"u8)
        || start.StartsWith("070702"u8)
        || start.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b])
        || start.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x9e])
        || start.StartsWith("BZh"u8)
        || start.StartsWith((ReadOnlySpan<byte>)[0x5d, 0x00])
        || start.StartsWith((ReadOnlySpan<byte>)[0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00])
        || start.StartsWith((ReadOnlySpan<byte>)[0x89, 0x4c, 0x5a])
        || start.StartsWith((ReadOnlySpan<byte>)[0x02, 0x21, 0x4c, 0x18])
        || start.StartsWith((ReadOnlySpan<byte>)[0x28, 0xb5, 0x2f, 0xfd]);
}
