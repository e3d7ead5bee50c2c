namespace Lodge.Install.Options.Methods;

/// <summary><c>--osinfo</c>: what is to run in the guest, or how that is found out.</summary>
internal sealed record OsOptions
{
    /// <summary>What it takes.</summary>
    public static SubOption[] SubOptions { get; } =
    [
        new("name"),
        new("short-id"),
        new("id"),
        new("detect", Form: Form.YesNo, Takes: Takes.Switch),
        new("require", Form: Form.YesNo, Takes: Takes.Switch),
    ];

    /// <summary>Its short name (<c>fedora38</c>); null where none was given.</summary>
    public string? Name { get; init; }

    /// <summary>Its full name (<c>http://fedoraproject.org/fedora/38</c>); null where none was given.</summary>
    public string? Id { get; init; }

    /// <summary>The option's text where it has more than a name.</summary>
    public string? Text { get; init; }

    /// <summary>Whether it is looked for in what it is installed from.</summary>
    public bool IsDetected { get; init; }

    /// <summary>Whether nothing goes on unless it is known.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether the option says so little that whoever gave it should hear when nothing is found.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Takes the option's text apart.</summary>
    /// <exception cref="OptionException">It makes no sense.</exception>
    public static OsOptions Parse(string? text)
    {
        if (text is null or "auto") return new OsOptions { IsDetected = true, IsDefault = true };
        if (text == "none") return new OsOptions { Name = "generic" };
        if (!text.Contains('='))
            return text.Contains("://", StringComparison.Ordinal) ? new() { Id = text } : new() { Name = text };
        var values = new MethodValues("--os-variant", text, SubOptions);
        return new OsOptions
        {
            Text = text,
            Name = values["short-id"] ?? values["name"],
            Id = values["id"],
            IsDetected = values.Switch("detect") == true,
            IsRequired = values.Switch("require") == true,
        };
    }
}
