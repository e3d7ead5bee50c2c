using Lodge.Protocol.Xdr;

namespace Lodge.Protocol.Tests;

/// <summary>Bytes as people write them, and the codec's ends around them.</summary>
internal static class Bytes
{
    public static byte[] Of(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

    public static string Written(Writing write)
    {
        var buffer = new XdrBuffer();
        var writer = new XdrWriter(buffer);
        write(ref writer);
        return Convert.ToHexStringLower(buffer.Written);
    }

    public static T Read<T>(string hex, Reading<T> read)
    {
        var reader = new XdrReader(Of(hex));
        return read(ref reader);
    }

    public delegate void Writing(ref XdrWriter writer);

    public delegate T Reading<out T>(ref XdrReader reader);
}
