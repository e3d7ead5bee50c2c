using System.Security.Cryptography;
using System.Text;
using Lodge.Install.Options;

namespace Lodge.Install.Unattended.CloudInit;

/// <summary>The disk from which cloud-init in a guest learns at its first boot who it is (NoCloud).</summary>
/// <remarks>Source: cloud-init's documentation, "NoCloud", "Network configuration", "Module reference".</remarks>
public static class CloudInitSeed
{
    private const string PasswordLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private const int PasswordLength = 16;

    /// <summary>Makes what <c>--cloud-init</c> asks for.</summary>
    /// <param name="options">What it asks for.</param>
    /// <param name="guest">The guest's name, which becomes its host name where it can.</param>
    /// <returns>A disk to attach, and a password to show where one was made up.</returns>
    /// <exception cref="OptionException">
    /// A file cannot be read, or is nothing that cloud-init would take; the message says where.
    /// </exception>
    public static UnattendedPlan Prepare(CloudInitOptions options, string guest)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(guest);
        string? password = null;
        SeedFile user;
        if (options.UserData is { } given)
        {
            user = UserData.ReadUserData(given);
        }
        else
        {
            password = options is { MakesRootPassword: true, RootPasswordFile: null }
                ? RandomNumberGenerator.GetString(PasswordLetters, PasswordLength)
                : null;
            user = new SeedFile("user-data", Write(options, password));
        }

        List<SeedFile> files =
        [
            options.MetaData is { } meta
                ? UserData.ReadMapping(meta, "meta-data")
                : new SeedFile("meta-data", MetaData(guest)),
            user,
        ];
        if (options.NetworkConfig is { } network)
            files.Add(UserData.ReadMapping(network, "network-config", "version", "network", "config"));
        return new UnattendedPlan
        {
            Disk = new SeedDisk(SeedDisk.CloudInit, files),
            RootPassword = password,
            IsNoCloud = true,
        };
    }

    private static string MetaData(string guest)
    {
        var text = new StringBuilder();
        text.Append("instance-id: ").Append("iid-").Append(RandomNumberGenerator.GetHexString(16, lowercase: true));
        text.Append('\n');
        if (HostName.IsOne(guest)) text.Append("local-hostname: ").Append(Quote(guest)).Append('\n');
        return text.ToString();
    }

    private static string Write(CloudInitOptions options, string? made)
    {
        var text = new StringBuilder("#cloud-config\n");
        var password = options.RootPasswordFile is { } file ? PasswordFile.Read(file, "password of root") : made;
        if (password is not null)
        {
            text.Append("chpasswd:\n  list:\n    - ").Append(Quote("root:" + Sha512Crypt.Hash(password))).Append('\n');
            text.Append("  expire: ").Append(made is null ? "false" : "true").Append('\n');
        }

        if (options.CloudUserSshKey is { } key)
            text.Append("ssh_authorized_keys:\n  - ").Append(Quote(ReadKey(key))).Append('\n');
        if (options.RootSshKey is { } root)
        {
            text.Append("disable_root: false\nusers:\n  - default\n  - name: root\n    ssh_authorized_keys:\n      - ");
            text.Append(Quote(ReadKey(root))).Append('\n');
        }

        if (options.IsDisabledAfterwards)
        {
            text.Append("runcmd:\n  - ")
                .Append("echo \"Disabled by virt-install\" > /etc/cloud/cloud-init.disabled\n");
        }

        return text.ToString();
    }

    private static string ReadKey(string path)
    {
        var key = PasswordFile.Read(path, "public key").Trim();
        if (key.Contains("PRIVATE KEY", StringComparison.Ordinal))
            throw new OptionException($"'{path}' is a private key; the public one is in '{path}.pub'");
        return key.Contains(' ', StringComparison.Ordinal)
            ? key
            : throw new OptionException($"'{path}' is no public key: it has no kind before it");
    }

    // A text in double quotes means in YAML what it means in JSON.
    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            if (character is '"' or '\\') quoted.Append('\\').Append(character);
            else if (char.IsControl(character)) quoted.Append("\\u").Append(((int)character).ToString("x4", null));
            else quoted.Append(character);
        }

        return quoted.Append('"').ToString();
    }
}
