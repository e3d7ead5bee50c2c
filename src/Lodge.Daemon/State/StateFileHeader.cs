using System.Text;

namespace Lodge.Daemon.State;

/// <summary>
/// The comment above each stored configuration that sends its reader to the right tool, as libvirt writes it.
/// </summary>
internal static class StateFileHeader
{
    private const string Before =
        "<!--\n"
        + "WARNING: THIS IS AN AUTO-GENERATED FILE. CHANGES TO IT ARE LIKELY TO BE\n"
        + "OVERWRITTEN AND LOST. Changes to this xml configuration should be made using:\n"
        + "  virsh ";

    private const string After = "\nor other application using the libvirt API.\n-->\n\n";

    /// <summary>Puts the comment before the XML.</summary>
    /// <param name="name">The object's name.</param>
    /// <param name="xml">Its XML, UTF-8.</param>
    /// <param name="command">The command that edits it.</param>
    public static byte[] Prepend(string name, ReadOnlySpan<byte> xml, string command = "edit")
    {
        // Two dashes would end the comment early, so a name that has them is shown with a space between.
        var shown = name.Replace("--", "- -", StringComparison.Ordinal);
        if (shown.EndsWith('-'))
            shown += ' ';
        var header = $"{Before}{command} {shown}{After}";
        var whole = new byte[Encoding.UTF8.GetByteCount(header) + xml.Length];
        var length = Encoding.UTF8.GetBytes(header, whole);
        xml.CopyTo(whole.AsSpan(length));
        return whole;
    }

    /// <summary>The XML without the comment that <see cref="Prepend"/> put before it; other content as it is.</summary>
    public static ReadOnlyMemory<byte> Skip(ReadOnlyMemory<byte> content)
    {
        var span = content.Span;
        if (!span.StartsWith("<!--\nWARNING: THIS IS AN AUTO-GENERATED FILE"u8))
            return content;
        var end = span.IndexOf("-->\n\n"u8);
        return end < 0 ? content : content[(end + 5)..];
    }
}
