using System.Globalization;
using System.Text;

namespace Lodge.Qemu.CommandLine;

/// <summary>
/// QEMU's older <c>first,key=value,…</c> argument. A comma inside a value is doubled, as QEMU's parser wants it, so no
/// name or path can smuggle an option in.
/// </summary>
public sealed class OptionString
{
    private readonly StringBuilder _text = new();

    /// <summary>Starts with nothing.</summary>
    public OptionString()
    {
    }

    /// <summary>Starts with the argument that has no key.</summary>
    public OptionString(string first) => Append(first);

    /// <summary>Adds <c>name=text</c>, unless the text is null.</summary>
    public OptionString Add(string name, string? text)
    {
        if (text is null) return this;
        Separate();
        _text.Append(name).Append('=');
        Append(text);
        return this;
    }

    /// <summary>Adds <c>name=on</c> or <c>name=off</c>, unless it is not set.</summary>
    public OptionString Add(string name, bool? on) => on is { } set ? Add(name, set ? "on" : "off") : this;

    /// <summary>Adds <c>name=number</c>, unless it is not set.</summary>
    public OptionString Add(string name, long? number) =>
        Add(name, number?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds an argument that has no key.</summary>
    public OptionString Add(string flag)
    {
        Separate();
        Append(flag);
        return this;
    }

    /// <inheritdoc />
    public override string ToString() => _text.ToString();

    private void Separate()
    {
        if (_text.Length > 0) _text.Append(',');
    }

    private void Append(string text)
    {
        foreach (var character in text)
        {
            _text.Append(character);
            if (character == ',') _text.Append(',');
        }
    }
}
