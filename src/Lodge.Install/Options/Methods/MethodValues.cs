namespace Lodge.Install.Options.Methods;

/// <summary>An option that says how a guest is installed, taken apart into its names and values.</summary>
/// <remarks>Source: <c>virt-install(1)</c>.</remarks>
internal sealed class MethodValues
{
    private readonly Dictionary<string, string?> _values = new(StringComparer.Ordinal);

    /// <summary>Takes an option's text apart.</summary>
    /// <param name="flag">The option (<c>--location</c>).</param>
    /// <param name="text">What stands behind it; null for nothing.</param>
    /// <param name="known">What it takes.</param>
    /// <param name="first">The name of a value that stands at the beginning without one.</param>
    /// <exception cref="OptionException">It makes no sense.</exception>
    public MethodValues(string flag, string? text, SubOption[] known, params ReadOnlySpan<string> first)
    {
        if (string.IsNullOrEmpty(text) || text == "none") return;
        try
        {
            var unknown = new List<string>();
            foreach (var (name, value) in OptionPairs.Read(text, known, first))
            {
                if (Array.Find(known, option => option.Matches(name, out _)) is { } option)
                    _values[option.Name] = OptionValue.Of(option, name, value);
                else unknown.Add($"'{name}'");
            }

            if (unknown.Count == 0) return;
            throw new OptionException($"Unknown {flag} options: [{string.Join(", ", unknown)}]");
        }
        catch (FormatException broken)
        {
            throw new OptionException($"Error: {flag} {text}: {broken.Message}", broken);
        }
    }

    /// <summary>A value; null where none was given.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>Whether a switch is on; null where nothing was said of it.</summary>
    public bool? Switch(string name) => _values.TryGetValue(name, out var value) ? value == "yes" : null;
}
