using Lodge.Protocol.Errors;

namespace Lodge.Model.Xml;

/// <summary>Amounts of memory with their units (<c>virParseScaledValue</c>, <c>virDomainParseMemory</c>).</summary>
public sealed partial class Element
{
    /// <summary>The text of an element inside, scaled to bytes by its <c>unit</c>; null where it is absent.</summary>
    /// <param name="name">The element.</param>
    /// <param name="scale">Bytes of a bare number.</param>
    public ulong? ChildBytes(string name, ulong scale) => Child(name)?.Bytes(name, scale);

    /// <summary>The text of an element inside in KiB, rounded up; null where it is absent.</summary>
    /// <param name="name">The element.</param>
    /// <param name="path">How a refusal names it, where not by its name.</param>
    /// <exception cref="VirException">VIR_ERR_OVERFLOW where it is larger than libvirt's unlimited.</exception>
    public ulong? ChildKibibytes(string name, string? path = null) => Child(name)?.Kibibytes(path ?? name);

    /// <summary>This element's text in KiB, rounded up; null where it is empty.</summary>
    public ulong? Kibibytes(string? path = null) => ToKibibytes(Bytes(path ?? Name, 1024));

    /// <summary>An attribute in KiB by the unit in another one; null where it is absent.</summary>
    public ulong? AttributeKibibytes(string name, string unit)
    {
        return Attribute(name) is not { } text ? null : ToKibibytes(
            ScaledValue.Scale(Number(text, name), Attribute(unit), 1024));
    }

    private static ulong? ToKibibytes(ulong? bytes)
    {
        if (bytes is not { } amount)
        {
            return null;
        }

        var rounded = (amount / 1024) + (amount % 1024 == 0 ? 0UL : 1UL);
        return rounded <= (ulong)long.MaxValue / 1024
            ? rounded
            : throw XmlError.Domain(VirErrorNumber.VIR_ERR_OVERFLOW, "size value too large");
    }

    private static ulong Number(string text, string path) =>
        Numbers.TryULong(text.Trim(), 10, out var value) ? value
            : throw XmlError.Here($"Invalid value '{text}' for element or attribute './{path}'");

    private ulong? Bytes(string path, ulong scale) =>
        Text.Length == 0 ? null : ScaledValue.Scale(Number(Text, path), Attribute("unit"), scale, long.MaxValue);
}
