using Lodge.Install.Options;
using Lodge.Install.Options.Methods;

namespace Lodge.Cli.Syntax;

/// <summary>Answers <c>--disk=?</c> and <c>--disk help</c> with what an option takes.</summary>
internal static class Introspection
{
    private const string AnyNumber = "[0-9]*";

    // As they take effect, those that say how to install last.
    private static readonly List<string> s_order =
    [
        .. GuestOptions.All.Select(option => option.Flag),
        "--check", "--location", "--unattended", "--install", "--cloud-init", "--xml", "--os-variant",
    ];

    /// <summary>Prints what options take of which that was asked.</summary>
    /// <returns>Whether any was.</returns>
    public static bool Answer(ProgramSyntax syntax, ParsedArguments parsed, TextWriter output)
    {
        var isAnswered = false;
        foreach (var argument in syntax.Arguments.OrderBy(argument => s_order.IndexOf(argument.Name)))
        {
            if (argument.Stores is not null || !parsed.Has(argument.Key) || SubOptions(argument.Name) is not { } known)
                continue;
            foreach (var text in parsed.All(argument.Key))
            {
                if (text is not ("?" or "help")) continue;
                Print(argument.Name, known, output);
                isAnswered = true;
            }
        }

        return isAnswered;
    }

    /// <summary>What an option takes; null where it takes one plain value.</summary>
    public static SubOption[]? SubOptions(string name) => name switch
    {
        "--location" => LocationOptions.SubOptions,
        "--install" => InstallOptions.SubOptions,
        "--check" => CheckOptions.SubOptions,
        "--os-variant" => OsOptions.SubOptions,
        "--xml" => XmlOption.SubOptions,
        "--unattended" => Named(
            "profile", "admin-password-file", "user-login", "user-password-file", "product-key", "reg-login",
            "kickstart", "via"),
        "--cloud-init" => Named(
            "root-password-generate", "root-password-file", "disable", "root-ssh-key", "clouduser-ssh-key",
            "user-data", "meta-data", "network-config"),
        _ => GuestOptions.Find(name)?.SubOptions,
    };

    /// <summary>Names of what an option takes, in the order in which they are listed.</summary>
    public static IEnumerable<string> Names(SubOption[] known) => known
        .Select(option => option.Name).OrderBy(Weight, StringComparer.Ordinal);

    private static SubOption[] Named(params IEnumerable<string> names) =>
        [.. names.Select(name => new SubOption(name))];

    private static void Print(string flag, SubOption[] known, TextWriter output)
    {
        output.Write($"{flag} options:\n");
        foreach (var name in Names(known)) output.Write($"  {name}\n");
        output.Write('\n');
    }

    // What every option has stands together at the beginning.
    private static string Weight(string name) => name switch
    {
        "clearxml" => "0" + name,
        _ when name.StartsWith("address.", StringComparison.Ordinal) => "1" + name,
        _ when name.StartsWith("xpath", StringComparison.Ordinal) => "2" + name,
        _ => name,
    };
}
