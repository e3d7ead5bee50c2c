using Lodge.Host.Validation;

namespace Lodge.Cli.HostValidate;

/// <summary>
/// <c>virt-host-validate [-q] [qemu|lxc]</c>: whether this host can run guests, and what to do where it cannot.
/// </summary>
internal static class HostValidateProgram
{
    private const string Name = "virt-host-validate";
    private const string LibraryVersion = "9.0.0";

    private const string Usage =
        """

        syntax: virt-host-validate [OPTIONS] [HVTYPE]

         Hypervisor types:

           - qemu
           - lxc
           - bhyve
           - ch

         Options:
           -h, --help     Display command line help
           -v, --version  Display command version
           -q, --quiet    Don't display progress information


        """;

    /// <summary>Runs the program on the process's own output.</summary>
    /// <returns>The exit status: 0 where no check failed, else 1.</returns>
    public static int Run(string[] args) => Run(args, Console.Out, Console.Error, !Console.IsOutputRedirected);

    internal static int Run(string[] args, TextWriter output, TextWriter error, bool colours)
    {
        var quiet = false;
        var drivers = new List<string>();
        foreach (var argument in args)
        {
            switch (argument)
            {
                case "-h" or "--help":
                    output.Write(Usage);
                    return 0;
                case "-v" or "--version":
                    output.WriteLine($"version: {Name} {LibraryVersion}");
                    return 0;
                case "-q" or "--quiet":
                    quiet = true;
                    break;
                case ['-', _, ..]:
                    error.WriteLine($"{Name}: unrecognized option '{argument}'");
                    error.Write(Usage);
                    return 1;
                default:
                    drivers.Add(argument);
                    break;
            }
        }

        if (drivers.Count > 1)
        {
            error.WriteLine($"{Name}: too many command line arguments");
            error.Write(Usage);
            return 1;
        }

        return Validate(drivers.FirstOrDefault(), quiet ? null : output, error, colours);
    }

    private static int Validate(string? driver, TextWriter? output, TextWriter error, bool colours)
    {
        if (driver is not (null or "qemu" or "lxc"))
        {
            error.WriteLine($"{Name}: unsupported hypervisor name {driver}");
            return 1;
        }

        var good = true;
        if (driver is null or "qemu")
        {
            good &= CheckReport.Write(HostValidation.Qemu(), output, colours);
        }

        if (driver is null or "lxc")
        {
            good &= CheckReport.Write(HostValidation.Lxc(), output, colours);
        }

        return good ? 0 : 1;
    }
}
