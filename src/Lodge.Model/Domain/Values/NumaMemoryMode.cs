using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How memory is bound to host nodes.</summary>
public enum NumaMemoryMode
{
    /// <summary><c>strict</c>.</summary>
    Strict,

    /// <summary><c>preferred</c>.</summary>
    Preferred,

    /// <summary><c>interleave</c>.</summary>
    Interleave,

    /// <summary><c>restrictive</c>.</summary>
    Restrictive,
}

/// <summary>The words of <see cref="NumaMemoryMode"/>.</summary>
public static class NumaMemoryModeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<NumaMemoryMode> Table { get; } = new("strict", "preferred", "interleave", "restrictive");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this NumaMemoryMode value) => Table[value];
}
