using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Pieces that several elements of a domain are read with.</summary>
internal static class DomainParsing
{
    /// <summary>A set that must have a member (<c>virBitmapParse</c> and its callers' check).</summary>
    public static CpuSet NonEmptySet(string text, string name)
    {
        if (!CpuSet.TryParse(text, out var set))
        {
            throw new Protocol.Errors.VirException(
                Protocol.Errors.VirErrorNumber.VIR_ERR_INVALID_ARG, Protocol.Errors.VirErrorDomain.VIR_FROM_NONE,
                $"Failed to parse bitmap '{text}'");
        }

        return set.IsEmpty ? throw XmlError.Unsupported($"Invalid value of '{name}': {text}") : set;
    }

    /// <summary>The text of an element inside as a signed number; null where it is absent.</summary>
    public static long? Signed(Element? element, string name, string complaint) => element?.ChildText(name) switch
    {
        null => null,
        var text when Numbers.TryLong(text, 10, out var value) => value,
        _ => throw XmlError.Domain(complaint),
    };
}
