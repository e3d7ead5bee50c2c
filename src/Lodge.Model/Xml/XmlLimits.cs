namespace Lodge.Model.Xml;

/// <summary>What a document may be at most; checked while it is read, before memory is taken for it.</summary>
/// <remarks>
/// The depth and the text sizes are libxml2's own (<c>XML_PARSE_HUGE</c> not given), which libvirt relies on.
/// </remarks>
public static class XmlLimits
{
    /// <summary>
    /// Longest document in characters: a string of libvirt's wire never exceeds 4 MiB (<c>REMOTE_STRING_MAX</c>).
    /// </summary>
    public const int MaximumCharacters = 4 * 1024 * 1024;

    /// <summary>Deepest nesting (libxml2's <c>xmlParserMaxDepth</c>).</summary>
    public const int MaximumDepth = 256;

    /// <summary>Most elements and attributes of one document.</summary>
    public const int MaximumNodes = 500_000;
}
