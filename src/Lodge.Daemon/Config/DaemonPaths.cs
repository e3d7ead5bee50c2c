namespace Lodge.Daemon.Config;

/// <summary>Where the daemon keeps everything.</summary>
internal sealed record DaemonPaths
{
    /// <summary>Whether this is one user's own daemon (<c>qemu:///session</c>), not the machine's.</summary>
    public required bool IsSession { get; init; }

    /// <summary>What the administrator writes: <c>/etc/lodge</c>.</summary>
    public required string Configuration { get; init; }

    /// <summary>Where clients knock: <c>/run/libvirt</c>.</summary>
    public required string Sockets { get; init; }

    /// <summary>What is true until the next boot: <c>/run/lodge</c>.</summary>
    public required string Runtime { get; init; }

    /// <summary>What must outlive a boot and no administrator writes: <c>/var/lib/lodge</c>.</summary>
    public required string State { get; init; }

    /// <summary>Where disk images live: <c>/var/lib/libvirt/images</c>.</summary>
    public required string Images { get; init; }

    /// <summary>What may be thrown away at any time: <c>/var/cache/lodge</c>.</summary>
    public required string Cache { get; init; }

    /// <summary>Where the daemon and each guest write their logs: <c>/var/log/lodge</c>.</summary>
    public required string Logs { get; init; }

    /// <summary>The socket that allows changes.</summary>
    public string ReadWriteSocket => Path.Combine(Sockets, "libvirt-sock");

    /// <summary>The socket that only looks.</summary>
    public string ReadOnlySocket => Path.Combine(Sockets, "libvirt-sock-ro");

    /// <summary>The socket of the daemon's own administration.</summary>
    public string AdminSocket => Path.Combine(Sockets, "libvirt-admin-sock");

    /// <summary>Holds the number of the one daemon of this root, and its lock.</summary>
    public string PidFile => Path.Combine(Runtime, "lodged.pid");

    /// <summary>What the administrator set.</summary>
    public string ConfigurationFile => Path.Combine(Configuration, "lodged.conf");

    /// <summary>What the administrator set for all guests.</summary>
    public string QemuConfigurationFile => Path.Combine(Configuration, "qemu.conf");

    /// <summary>The daemon's own log.</summary>
    public string LogFile => Path.Combine(Logs, "lodged.log");

    /// <summary>Configurations of persistent domains, one XML file each.</summary>
    public string DomainConfigurations => Path.Combine(Configuration, "qemu");

    /// <summary>Configurations of persistent networks, one XML file each.</summary>
    public string NetworkConfigurations => Path.Combine(Configuration, "qemu", "networks");

    /// <summary>Status files of running networks, and their ports.</summary>
    public string NetworkStatus => Path.Combine(Runtime, "network");

    /// <summary>What dnsmasq of networks is told, and the addresses it has lent.</summary>
    public string Dnsmasq => Path.Combine(State, "dnsmasq");

    /// <summary>Links to the configurations of the domains that start with the daemon.</summary>
    public string DomainAutostart => Path.Combine(Configuration, "qemu", "autostart");

    /// <summary>Secrets and their values.</summary>
    public string Secrets => Path.Combine(Configuration, "secrets");

    /// <summary>Configurations of storage pools, one XML file each.</summary>
    public string PoolConfigurations => Path.Combine(Configuration, "storage");

    /// <summary>What storage pools are active.</summary>
    public string PoolStatus => Path.Combine(Runtime, "storage");

    /// <summary>Passphrases of volumes, for as long as a program needs them.</summary>
    public string VolumeSecrets => Path.Combine(Runtime, "storage", "secrets");

    /// <summary>Packet filters, one XML file each.</summary>
    public string Filters => Path.Combine(Configuration, "nwfilter");

    /// <summary>Which filters stand on which ports, and the addresses learned there.</summary>
    public string FilterBindings => Path.Combine(Runtime, "nwfilter-binding");

    /// <summary>Status files of running domains.</summary>
    public string DomainStatus => Path.Combine(Runtime, "qemu");

    /// <summary>One folder for each running domain, and what QEMU keeps beside it.</summary>
    public string DomainState => Path.Combine(State, "qemu");

    /// <summary>One log for each domain.</summary>
    public string DomainLogs => Path.Combine(Logs, "qemu");

    /// <summary>
    /// Logs of emulated TPMs: where libvirt has them, for their account may not enter the daemon's own folder of logs.
    /// </summary>
    public string TpmLogs => IsSession
        ? Path.Combine(Logs, "swtpm")
        : Path.Combine(Path.GetDirectoryName(Logs)!, "swtpm", "libvirt", "qemu");

    /// <summary>The machine's own folders.</summary>
    public static DaemonPaths System() => new()
    {
        IsSession = false,
        Configuration = "/etc/lodge",
        Sockets = "/run/libvirt",
        Runtime = "/run/lodge",
        State = "/var/lib/lodge",
        Images = "/var/lib/libvirt/images",
        Cache = "/var/cache/lodge",
        Logs = "/var/log/lodge",
    };

    /// <summary>Everything below one folder, so that daemons live side by side.</summary>
    /// <param name="root">The folder.</param>
    /// <param name="session">Whether the daemon is a user's own.</param>
    public static DaemonPaths Below(string root, bool session = false)
    {
        var full = Path.GetFullPath(root);
        return new()
        {
            IsSession = session,
            Configuration = Path.Combine(full, "etc"),
            Sockets = Path.Combine(full, "run", "libvirt"),
            Runtime = Path.Combine(full, "run", "lodge"),
            State = Path.Combine(full, "var", "lib"),
            Images = Path.Combine(full, "var", "lib", "libvirt", "images"),
            Cache = Path.Combine(full, "var", "cache", "lodge"),
            Logs = Path.Combine(full, "var", "log", "lodge"),
        };
    }

    /// <summary>A user's own folders, by the XDG base directory specification.</summary>
    /// <param name="variable">Reads an environment variable.</param>
    public static DaemonPaths Session(Func<string, string?> variable)
    {
        var home = variable("HOME") ?? "/";
        var cache = Xdg("XDG_CACHE_HOME", ".cache");
        var runtime = Named("XDG_RUNTIME_DIR");
        return new()
        {
            IsSession = true,
            Configuration = Path.Combine(Xdg("XDG_CONFIG_HOME", ".config"), "lodge"),
            // Without a runtime folder libvirt's clients look into the cache.
            Sockets = Path.Combine(runtime ?? cache, "libvirt"),
            Runtime = runtime is null ? Path.Combine(cache, "lodge", "run") : Path.Combine(runtime, "lodge"),
            State = Path.Combine(Xdg("XDG_DATA_HOME", ".local/share"), "lodge"),
            Images = Path.Combine(Xdg("XDG_DATA_HOME", ".local/share"), "libvirt", "images"),
            Cache = Path.Combine(cache, "lodge"),
            Logs = Path.Combine(cache, "lodge", "log"),
        };

        string? Named(string name) =>
            variable(name) is { Length: > 0 } value && Path.IsPathRooted(value) ? value : null;

        string Xdg(string name, string fallback) => Named(name) ?? Path.Combine(home, fallback);
    }
}
