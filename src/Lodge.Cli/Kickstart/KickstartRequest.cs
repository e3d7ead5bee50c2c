using System.Net;
using Lodge.Install.Options;
using Lodge.Install.Unattended;
using Lodge.Install.Unattended.Kickstart;
using Lodge.Install.Unattended.Kickstart.Writing;

namespace Lodge.Cli.Kickstart;

/// <summary>The machine that the options of <c>lodge kickstart new</c> describe.</summary>
internal static class KickstartRequest
{
    /// <summary>The machine.</summary>
    /// <exception cref="UsageException">An option is missing, or has a value it does not take.</exception>
    /// <exception cref="OptionException">A file cannot be read, or a value is no good.</exception>
    public static KickstartDraft Of(ParsedArguments parsed)
    {
        var version = KickstartVersion.Parse(parsed["--version"] ?? throw new UsageException("--version is missing"));
        var usual = new KickstartDraft(version);
        return usual with
        {
            Url = parsed["--url"],
            IsFromCdrom = parsed.Has("--cdrom"),
            Repositories = [.. Values(parsed, "--repo").Select(Repository)],
            Language = parsed["--lang"] ?? usual.Language,
            Keyboard = parsed["--keyboard"] ?? usual.Keyboard,
            TimeZone = parsed["--timezone"] ?? usual.TimeZone,
            Network = Network(parsed),
            RootPasswordHash = Password(parsed, "--root-password-file", "password of root"),
            User = User(parsed),
            Disk = parsed["--disk"],
            Layout = Choice(parsed, "--layout", DiskLayout.Lvm, ("lvm", DiskLayout.Lvm), ("plain", DiskLayout.Plain),
                ("thin", DiskLayout.Thin)),
            IsUefi = parsed.Has("--uefi"),
            Selinux = Choice(parsed, "--selinux", SelinuxMode.Enforcing, ("enforcing", SelinuxMode.Enforcing),
                ("permissive", SelinuxMode.Permissive), ("disabled", SelinuxMode.Disabled)),
            HasFirewall = Choice(parsed, "--firewall", true, ("on", true), ("off", false)),
            OpenServices = Values(parsed, "--open"),
            EnabledServices = Values(parsed, "--enable"),
            DisabledServices = Values(parsed, "--disable"),
            Role = Choice(parsed, "--role", MachineRole.Minimal, ("minimal", MachineRole.Minimal),
                ("virtual-host", MachineRole.VirtualHost), ("lodge-host", MachineRole.LodgeHost)),
            Packages = Values(parsed, "--package"),
            Post = Script(parsed["--post"]),
            End = Choice(parsed, "--then", InstallEnd.Reboot, ("reboot", InstallEnd.Reboot),
                ("poweroff", InstallEnd.PowerOff), ("halt", InstallEnd.Halt)),
        };
    }

    private static KickstartNetwork Network(ParsedArguments parsed)
    {
        var network = new KickstartNetwork();
        if (parsed.Has("--gateway") && !parsed.Has("--ip")) throw new UsageException("--gateway needs --ip");
        return network with
        {
            Device = parsed["--network-device"] ?? network.Device,
            HostName = parsed["--hostname"],
            Address = parsed["--ip"] is { } address ? IPNetworkAddress.Parse(address) : null,
            Gateway = parsed["--gateway"] is { } gateway ? Address(gateway) : null,
            NameServers = [.. Values(parsed, "--nameserver").Select(Address)],
        };
    }

    private static KickstartUser? User(ParsedArguments parsed)
    {
        var hash = Password(parsed, "--user-password-file", "password of the user");
        var key = parsed["--user-ssh-key"] is { } path ? PasswordFile.Read(path, "public key") : null;
        if (parsed["--user"] is { } name) return new KickstartUser(name) { PasswordHash = hash, SshKey = key };
        return hash is null && key is null ? null : throw new UsageException("--user is missing");
    }

    // A password that a person typed comes hashed, under the same name.
    private static string? Password(ParsedArguments parsed, string option, string what)
    {
        if (parsed[KickstartQuestions.Typed(option)] is { } typed) return typed;
        return parsed[option] is { } path ? Sha512Crypt.Hash(PasswordFile.Read(path, what)) : null;
    }

    private static IPAddress Address(string text) => IPAddress.TryParse(text, out var address)
        ? address
        : throw new UsageException($"'{text}' is no address");

    private static (string Name, string Url) Repository(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? (text[..equals], text[(equals + 1)..])
            : throw new UsageException($"--repo is written NAME=URL, not '{text}'");
    }

    private static string? Script(string? path)
    {
        try
        {
            return path is null ? null : File.ReadAllText(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new OptionException($"Cannot read '{path}': {failure.Message}", failure);
        }
    }

    private static T Choice<T>(ParsedArguments parsed, string option, T usual, params (string Name, T Value)[] choices)
    {
        if (parsed[option] is not { } given) return usual;
        foreach (var (name, value) in choices)
        {
            if (name == given) return value;
        }

        throw new UsageException($"{option} is {string.Join(" or ", choices.Select(choice => choice.Name))}");
    }

    private static List<string> Values(ParsedArguments parsed, string option) =>
        [.. parsed.All(option).OfType<string>()];
}
