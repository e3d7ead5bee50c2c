namespace Lodge.Install.Options.Methods;

/// <summary><c>--check</c>: what is looked at before anything is made, and what not.</summary>
internal sealed class CheckOptions
{
    private const string Everything = "all";
    private readonly Dictionary<string, bool> _said = new(StringComparer.Ordinal);

    /// <summary>What it takes.</summary>
    public static SubOption[] SubOptions { get; } =
    [
        new("path_in_use", Form: Form.YesNo, Takes: Takes.Switch),
        new("disk_size", Form: Form.YesNo, Takes: Takes.Switch),
        new("path_exists", Form: Form.YesNo, Takes: Takes.Switch),
        new("mac_in_use", Form: Form.YesNo, Takes: Takes.Switch),
        new("kickstart", Form: Form.YesNo, Takes: Takes.Switch),
        new(Everything, Form: Form.YesNo, Takes: Takes.Switch),
    ];

    /// <summary>Takes the texts of all uses of the option apart.</summary>
    /// <exception cref="OptionException">One makes no sense.</exception>
    public static CheckOptions Parse(IEnumerable<string> texts)
    {
        var checks = new CheckOptions();
        foreach (var text in texts)
        {
            var values = new MethodValues("--check", text, SubOptions);
            foreach (var option in SubOptions)
                if (values.Switch(option.Name) is { } isOn) checks._said[option.Name] = isOn;
        }

        return checks;
    }

    /// <summary>Whether something is looked at.</summary>
    public bool IsOn(string name) =>
        _said.TryGetValue(Everything, out var all) ? all : _said.GetValueOrDefault(name, true);

    /// <summary>What to add to a message, so that whoever means it knows how to insist.</summary>
    public static string Hint(string name) => $" (Use --check {name}=off or --check all=off to override)";
}
