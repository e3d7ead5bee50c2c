using System.Text;

namespace Lodge.Client;

/// <summary>Text that crosses the wire as characters with a NUL at the end.</summary>
internal static class WireText
{
    public static string Of(ReadOnlySpan<byte> characters)
    {
        var end = characters.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? characters : characters[..end]);
    }
}
