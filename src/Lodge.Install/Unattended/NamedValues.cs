using Lodge.Install.Options;

namespace Lodge.Install.Unattended;

/// <summary>The text of an option that goes into no XML (<c>--unattended</c>, <c>--cloud-init</c>), by name.</summary>
internal sealed class NamedValues
{
    private readonly string _flag;
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Takes a text apart.</summary>
    /// <param name="flag">The option.</param>
    /// <param name="text">What stood behind it.</param>
    /// <param name="known">The names it takes.</param>
    /// <exception cref="OptionException">A quote is open, a value is missing, or a name is unknown.</exception>
    public NamedValues(string flag, string text, params ReadOnlySpan<string> known)
    {
        _flag = flag;
        try
        {
            var unknown = new List<string>();
            foreach (var (name, value) in OptionPairs.Split(text))
            {
                if (!known.Contains(name)) unknown.Add($"'{name}'");
                else _values[name] = value ?? throw new FormatException($"Option '{name}' had no value set.");
            }

            if (unknown.Count > 0)
                throw new OptionException($"Unknown {flag} options: [{string.Join(", ", unknown)}]");
        }
        catch (FormatException failed)
        {
            throw new OptionException($"Error: {flag} {text}: {failed.Message}", failed);
        }
    }

    /// <summary>The value of a name; null where it was not given or is empty.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    /// <summary>Whether a switch is on; off where it was not given.</summary>
    /// <exception cref="OptionException">It is neither on nor off.</exception>
    public bool IsOn(string name)
    {
        if (this[name] is not { } value) return false;
        return OptionValue.TrySwitch(value)
            ?? throw new OptionException($"Error: {_flag}: {name} must be 'yes' or 'no'");
    }
}
