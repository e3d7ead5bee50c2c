using System.Globalization;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Xml;

/// <summary>
/// Attributes read as numbers, switches and names, refused with libvirt's texts (<c>virXMLProp*</c>).
/// </summary>
public sealed partial class Element
{
    /// <summary>An attribute that must be there.</summary>
    /// <exception cref="VirException">VIR_ERR_XML_ERROR where it is absent.</exception>
    public string Required(string name) => Attribute(name) ??
        throw XmlError.Here($"Missing required attribute '{name}' in element '{Name}'");

    /// <summary>An unsigned number of 32 bits, or null where the attribute is absent.</summary>
    /// <param name="name">The attribute.</param>
    /// <param name="radix">10, 16 or, for C's prefixes, 0.</param>
    /// <param name="nonZero">Refuse zero.</param>
    /// <exception cref="VirException">VIR_ERR_XML_ERROR for anything that is no such number.</exception>
    public uint? UInt(string name, int radix = 10, bool nonZero = false)
    {
        if (Attribute(name) is not { } text)
        {
            return null;
        }

        if (!Numbers.TryUInt(text, radix, out var value))
        {
            throw Invalid(name, text, ". Expected non-negative integer value");
        }

        return nonZero && value == 0 ? throw Zero(name) : value;
    }

    /// <summary>An unsigned number of 64 bits, or null where the attribute is absent.</summary>
    /// <inheritdoc cref="UInt(string, int, bool)"/>
    public ulong? ULong(string name, int radix = 10, bool nonZero = false)
    {
        if (Attribute(name) is not { } text)
        {
            return null;
        }

        if (!Numbers.TryULong(text, radix, out var value))
        {
            throw Invalid(name, text, ". Expected non-negative integer value");
        }

        return nonZero && value == 0 ? throw Zero(name) : value;
    }

    /// <summary>A signed number of 32 bits, or null where the attribute is absent.</summary>
    /// <inheritdoc cref="UInt(string, int, bool)"/>
    public int? Int(string name, int radix = 10, bool nonNegative = false)
    {
        if (Attribute(name) is not { } text)
        {
            return null;
        }

        if (!Numbers.TryInt(text, radix, out var value))
        {
            throw Invalid(name, text, ". Expected integer value");
        }

        return nonNegative && value < 0 ? throw Invalid(name, text, ". Expected non-negative value") : value;
    }

    /// <summary>yes or no (<c>virTristateBool</c>), or null where the attribute is absent.</summary>
    /// <exception cref="VirException">VIR_ERR_XML_ERROR for any other word.</exception>
    public bool? YesNo(string name) => Attribute(name) switch
    {
        null => null,
        "yes" => true,
        "no" => false,
        { } other => throw Invalid(name, other, "."),
    };

    /// <summary>on or off (<c>virTristateSwitch</c>), or null where the attribute is absent.</summary>
    /// <exception cref="VirException">VIR_ERR_XML_ERROR for any other word.</exception>
    public bool? OnOff(string name) => Attribute(name) switch
    {
        null => null,
        "on" => true,
        "off" => false,
        { } other => throw Invalid(name, other, "."),
    };

    /// <summary>A named value, or the given one where the attribute is absent.</summary>
    /// <param name="name">The attribute.</param>
    /// <param name="names">The words known.</param>
    /// <param name="absent">What an absent attribute means.</param>
    /// <param name="nonZero">Refuse the first word of the table, which says "nothing chosen".</param>
    /// <exception cref="VirException">VIR_ERR_XML_ERROR for any other word.</exception>
    public T Named<T>(string name, XmlNames<T> names, T absent = default, bool nonZero = false)
        where T : struct, Enum
    {
        if (Attribute(name) is not { } text)
        {
            return absent;
        }

        return names.TryParse(text, out var value) && !(nonZero && XmlNames<T>.IsFirst(value))
            ? value
            : throw Invalid(name, text, ".");
    }

    /// <summary>A named value that must be there.</summary>
    /// <inheritdoc cref="Named{T}(string, XmlNames{T}, T, bool)"/>
    public T RequiredNamed<T>(string name, XmlNames<T> names, bool nonZero = false)
        where T : struct, Enum
    {
        Required(name);
        return Named(name, names, default, nonZero);
    }

    /// <summary>The text of an element inside as a number of 64 bits; null where it is absent or empty.</summary>
    /// <param name="name">The element.</param>
    /// <param name="complaint">What to say where it is no number; null lets it count as absent.</param>
    public ulong? ChildULong(string name, string? complaint = null)
    {
        if (ChildText(name) is not { } text)
        {
            return null;
        }

        return Numbers.TryULong(text, 10, out var value) ? value
            : complaint is null ? null
            : throw XmlError.Domain(VirErrorNumber.VIR_ERR_XML_ERROR, complaint);
    }

    internal VirException Invalid(string name, string value, string ending) => XmlError.Here(string.Create(
        CultureInfo.InvariantCulture, $"Invalid value for attribute '{name}' in element '{Name}': '{value}'{ending}"));

    private VirException Zero(string name) =>
        XmlError.Here($"Invalid value for attribute '{name}' in element '{Name}': Zero is not permitted");
}
