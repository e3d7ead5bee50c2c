using System.Buffers;
using Lodge.Install.Options;
using Lodge.Install.Os;

namespace Lodge.Install.Unattended.Scripts;

/// <summary>What install scripts are told, by the names that osinfo-db gives it.</summary>
internal sealed class ScriptAnswers
{
    private static readonly SearchValues<char> s_notInNames = SearchValues.Create("\"/\\[]:;|=,+*?<>@%&^!'");

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private ScriptAnswers()
    {
    }

    /// <summary>Each name with its value.</summary>
    public IReadOnlyDictionary<string, string> Values => _values;

    /// <summary>Answers by what was asked for and what this machine is like.</summary>
    /// <exception cref="OptionException">A password cannot be read, or a name is no user's.</exception>
    public static ScriptAnswers Of(UnattendedOptions options, InstallScriptRequest request)
    {
        var answers = new ScriptAnswers();
        var login = (options.UserLogin ?? CurrentUser())?.ToLowerInvariant();
        if (login is not null)
        {
            CheckLogin(login, request.Os);
            answers.Set("user-login", login);
            answers.Set("user-realname", options.UserLogin ?? login);
        }

        answers.Set("user-password", Password(options.UserPasswordFile, "password of the user"));
        answers.Set("admin-password", Password(options.AdminPasswordFile, "password of the administrator"));
        answers.Set("target-disk", request.Os.IsWindows
            ? "C"
            : request.Os.Supports(OsCapability.VirtioDisk) ? "/dev/vda" : "/dev/sda");
        answers.Set("hardware-arch", request.Architecture);
        answers.Set("hostname", HostName.Of(request.Guest));
        answers.Set("l10n-timezone", HostLocale.TimeZone());
        answers.Set("l10n-language", HostLocale.Language());
        answers.Set("l10n-keyboard", HostLocale.Language());
        answers.Set("installation-url", request.Url);
        answers.Set("reg-login", options.RegistrationLogin);
        answers.Set("reg-product-key", options.ProductKey);
        return answers;
    }

    /// <summary>Checks that a script has the passwords it cannot do without.</summary>
    /// <exception cref="OptionException">One was not given.</exception>
    public void CheckNeeded(OsInstallScript script, string os)
    {
        foreach (var name in (string[])["user-password", "admin-password"])
        {
            var isNeeded = script.Parameters.Any(parameter => parameter.Name == name && parameter.IsRequired);
            if (isNeeded && !_values.ContainsKey(name))
                throw new OptionException($"{os} requires the {name} to be set.");
        }
    }

    private static string? Password(string? file, string what) =>
        file is null ? null : PasswordFile.Read(file, what);

    private static string? CurrentUser() => Environment.UserName is var user && user is "root" or "" ? null : user;

    private static void CheckLogin(string login, GuestOs os)
    {
        if (login == "root") throw new OptionException($"{os.Name} cannot use 'root' as user-login.");
        var isGood = os.IsWindows
            ? login.Length <= 20 && !login.AsSpan().ContainsAny(s_notInNames)
                && !login.Any(char.IsControl)
            : login.Length <= 32 && (char.IsAsciiLetterLower(login[0]) || login[0] == '_')
                && login.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter)
                    || letter is '_' or '-');
        if (!isGood) throw new OptionException($"{os.Name} cannot use '{login}' as user-login.");
    }

    private void Set(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value)) _values[name] = value;
    }
}
