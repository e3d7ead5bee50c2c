using Lodge.Protocol.Errors;

namespace Lodge.Client.Uri;

/// <summary>
/// The client's own configuration: the default connection and short names (libvirt's <c>libvirt.conf</c>).
/// </summary>
internal sealed class ClientConfiguration
{
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);

    /// <summary>The connection to open when none is named, or null.</summary>
    public string? DefaultUri { get; private set; }

    /// <summary>Reads the file of this user; root's is the host's.</summary>
    /// <exception cref="VirException">The file is wrong.</exception>
    public static ClientConfiguration Load()
    {
        var path = FilePath();
        return File.Exists(path) ? Parse(File.ReadAllText(path), path) : new ClientConfiguration();
    }

    /// <summary>What a short name stands for, or null.</summary>
    public string? FindAlias(string alias) => _aliases.GetValueOrDefault(alias);

    /// <summary>Reads the two settings that matter here out of a configuration.</summary>
    /// <exception cref="VirException">A line of the aliases is not <c>NAME=URI</c>.</exception>
    public static ClientConfiguration Parse(string text, string path)
    {
        var configuration = new ClientConfiguration();
        var inAliases = false;
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (line.StartsWith("uri_default", StringComparison.Ordinal))
            {
                configuration.DefaultUri = Quoted(line).FirstOrDefault();
            }

            inAliases |= line.StartsWith("uri_aliases", StringComparison.Ordinal);
            if (inAliases)
            {
                foreach (var entry in Quoted(line))
                {
                    configuration.AddAlias(entry, path);
                }

                inAliases = !line.EndsWith(']');
            }
        }

        return configuration;
    }

    private void AddAlias(string entry, string path)
    {
        var equals = entry.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_CONF_SYNTAX, VirErrorDomain.VIR_FROM_CONF,
                $"{path}: Malformed 'uri_aliases' config entry '{entry}', expected 'alias=uri://host/path'");
        }

        _aliases[entry[..equals]] = entry[(equals + 1)..];
    }

    private static IEnumerable<string> Quoted(string line)
    {
        var mark = line.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        return line.Split(mark).Where((_, index) => index % 2 == 1);
    }

    private static string FilePath()
    {
        if (Environment.IsPrivilegedProcess)
        {
            return "/etc/libvirt/libvirt.conf";
        }

        var folder = Environment.GetEnvironmentVariable("XDG_CONFIG_HOME");
        folder = string.IsNullOrEmpty(folder)
            ? Path.Combine(Environment.GetEnvironmentVariable("HOME") ?? "/", ".config")
            : folder;
        return Path.Combine(folder, "libvirt", "libvirt.conf");
    }
}
