using System.Runtime.CompilerServices;

namespace Lodge.Model.Xml;

/// <summary>The words that libvirt writes for the members of an enumeration, in the order of the members.</summary>
public sealed class XmlNames<T>
    where T : struct, Enum
{
    private readonly string[] _names;

    /// <summary>Takes the words in the order of the enumeration's members.</summary>
    public XmlNames(params string[] names) => _names = names;

    /// <summary>Every word, in the order of the members.</summary>
    public IReadOnlyList<string> All => _names;

    /// <summary>The word for a value.</summary>
    public string this[T value] => _names[Unsafe.As<T, int>(ref value)];

    /// <summary>Finds the value that a word stands for.</summary>
    public bool TryParse(string? text, out T value)
    {
        var index = Array.IndexOf(_names, text);
        Unsafe.SkipInit(out value);
        Unsafe.As<T, int>(ref value) = Math.Max(index, 0);
        return index >= 0;
    }

    internal static bool IsFirst(T value) => Unsafe.As<T, int>(ref value) == 0;
}
