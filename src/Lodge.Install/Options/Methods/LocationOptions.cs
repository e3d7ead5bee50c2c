namespace Lodge.Install.Options.Methods;

/// <summary><c>--location</c>: a tree or a medium that kernel and initrd are taken from.</summary>
/// <param name="Place">Where it is; null where the option was not given.</param>
/// <param name="Kernel">The kernel there, where it is not where such a tree has it.</param>
/// <param name="Initrd">Its initrd.</param>
internal sealed record LocationOptions(string? Place, string? Kernel, string? Initrd)
{
    /// <summary>What it takes.</summary>
    public static SubOption[] SubOptions { get; } =
    [
        new("location", Takes: Takes.Commas),
        new("kernel", Takes: Takes.Commas),
        new("initrd", Takes: Takes.Commas),
    ];

    /// <summary>Takes the option's text apart.</summary>
    /// <exception cref="OptionException">It makes no sense, or has a kernel without an initrd.</exception>
    public static LocationOptions Parse(string? text)
    {
        var values = new MethodValues("--location", text, SubOptions, "location");
        var (place, kernel, initrd) = (values["location"], values["kernel"], values["initrd"]);
        if (kernel is null && initrd is null) return new(place, null, null);
        if (place is null)
            throw new OptionException("location kernel/initrd may only be specified with a location URL/path");
        if (kernel is null || initrd is null)
            throw new OptionException("location kernel/initrd must be be specified as a pair");
        return new(place, kernel, initrd);
    }
}
