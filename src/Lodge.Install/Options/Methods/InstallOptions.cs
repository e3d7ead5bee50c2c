namespace Lodge.Install.Options.Methods;

/// <summary><c>--install</c>: how a guest is installed, in detail.</summary>
internal sealed record InstallOptions
{
    /// <summary>What it takes.</summary>
    public static SubOption[] SubOptions { get; } =
    [
        new("bootdev", Takes: Takes.Commas),
        new("kernel", Takes: Takes.Commas),
        new("initrd", Takes: Takes.Commas),
        new("kernel_args", Takes: Takes.Commas),
        new("kernel_args_overwrite", Form: Form.YesNo, Takes: Takes.Switch),
        new("os"),
        new("no_install", Form: Form.YesNo, Takes: Takes.Switch),
    ];

    /// <summary>Whether the option was given.</summary>
    public bool IsGiven { get; init; }

    /// <summary>The device to boot from at first.</summary>
    public string? BootDevice { get; init; }

    /// <summary>The kernel to boot at first: a path or an address.</summary>
    public string? Kernel { get; init; }

    /// <summary>Its initrd.</summary>
    public string? Initrd { get; init; }

    /// <summary>Its arguments.</summary>
    public string? KernelArguments { get; init; }

    /// <summary>Whether they stand in place of all others.</summary>
    public bool OverwritesArguments { get; init; }

    /// <summary>The operating system to fetch and install.</summary>
    public string? Os { get; init; }

    /// <summary>Whether nothing is installed.</summary>
    public bool IsNone { get; init; }

    /// <summary>Takes the option's text apart.</summary>
    /// <exception cref="OptionException">It makes no sense.</exception>
    public static InstallOptions Parse(string? text)
    {
        var values = new MethodValues("--install", text, SubOptions, "os");
        return new InstallOptions
        {
            IsGiven = !string.IsNullOrEmpty(text),
            BootDevice = values["bootdev"],
            Kernel = values["kernel"],
            Initrd = values["initrd"],
            KernelArguments = values["kernel_args"],
            OverwritesArguments = values.Switch("kernel_args_overwrite") == true,
            Os = values["os"],
            IsNone = values.Switch("no_install") == true,
        };
    }
}
