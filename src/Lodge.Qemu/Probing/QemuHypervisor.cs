using System.Collections.Concurrent;
using Lodge.Host.Facts;
using Lodge.Model.Capabilities;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Firmware;
using Lodge.Qemu.Processors;

namespace Lodge.Qemu.Probing;

/// <summary>The QEMU binaries of this host, and what guests they can run.</summary>
public sealed partial class QemuHypervisor
{
    private const string HostArchitecture = "x86_64";

    private static readonly string[] DomainTypes =
    [
        "none", "qemu", "kqemu", "kvm", "xen", "lxc", "uml", "openvz", "test", "vmware", "hyperv", "vbox", "phyp",
        "parallels", "bhyve", "vz", "hvf",
    ];

    private static readonly ConcurrentDictionary<string, string> Found = new(StringComparer.Ordinal);

    private readonly QemuHypervisorOptions _options;
    private readonly QemuCapabilitiesCache _cache;
    private readonly Lazy<CpuNames?> _cpuNames = new(() => CpuNames.Load(CpuNames.DefaultFolder));

    /// <summary>Looks at nothing yet.</summary>
    public QemuHypervisor(QemuHypervisorOptions options)
    {
        _options = options;
        _cache = new QemuCapabilitiesCache(
            Path.Combine(options.CacheFolder, "capabilities"), options.IsKvmUsable, options.Learned);
    }

    /// <summary>
    /// The processors and features that have names; null where the distribution's map is not installed.
    /// </summary>
    public CpuNames? Cpus => _cpuNames.Value;

    /// <summary>
    /// Finds the program for guests of an architecture (<c>i686</c>, <c>x86_64</c>); null where none is installed.
    /// </summary>
    public static string? FindEmulator(string architecture)
    {
        if (Found.TryGetValue(architecture, out var known) && File.Exists(known)) return known;
        if (Search(architecture) is not { } found) return null;
        return Found[architecture] = found;
    }

    /// <summary>Gives what a binary can do: from memory, from disk, or by asking it.</summary>
    /// <exception cref="VirException">There is no such binary, or it cannot be asked.</exception>
    public ValueTask<QemuCapabilities> GetCapabilitiesAsync(
        string binary, CancellationToken cancellationToken = default) =>
        _cache.GetAsync(binary, cancellationToken);

    /// <summary>Gives the XML of <c>virConnectGetCapabilities</c>.</summary>
    public async Task<string> GetCapabilitiesXmlAsync(CancellationToken cancellationToken = default)
    {
        var isFirst = !_cpuNames.IsValueCreated;
        var guests = new List<GuestCapabilities>();
        foreach (var architecture in (string[])["i686", HostArchitecture])
        {
            if (FindEmulator(architecture) is not { } emulator) continue;
            var qemu = await GetCapabilitiesAsync(emulator, cancellationToken);
            guests.Add(GuestCapabilitiesBuilder.Build(qemu, architecture));
        }

        var xml = CapabilitiesXml.Format(
            new HostCapabilitiesReader(HostFiles.Real, Cpus).Read(SecurityModels(), guests));
        if (isFirst) _options.Learned();
        return xml;
    }

    /// <summary>Gives the XML of <c>virConnectGetDomainCapabilities</c>; null asks for the default.</summary>
    /// <param name="emulator">The program.</param>
    /// <param name="architecture">The architecture.</param>
    /// <param name="machine">The machine type, by name or alias.</param>
    /// <param name="domainType">The type of domain.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="VirException">There is no such thing, or it does not go together
    /// (VIR_ERR_INVALID_ARG).</exception>
    public async Task<string> GetDomainCapabilitiesXmlAsync(
        string? emulator,
        string? architecture,
        string? machine,
        string? domainType,
        CancellationToken cancellationToken = default)
    {
        if (domainType is not null && !DomainTypes.Contains(domainType))
            throw Invalid($"unknown virttype: {domainType}");
        var arch = architecture ?? HostArchitecture;
        if (!CpuXml.IsArchitecture(arch)) throw Invalid($"unknown architecture: {arch}");
        if (arch is not ("x86_64" or "i686")) throw NoEmulator(arch);
        emulator ??= FindEmulator(arch) ?? throw NoEmulator(arch);
        var qemu = await GetCapabilitiesAsync(emulator, cancellationToken);
        if (architecture is null && qemu.Architecture != arch)
            throw Invalid($"Emulator '{emulator}' does not support arch '{arch}'");
        var isKvm = domainType is null ? qemu.KvmUsable : domainType == "kvm";
        if (isKvm && !qemu.KvmUsable) throw Invalid($"the accel 'kvm' is not supported by '{emulator}' on this host");
        var found = machine is null ? qemu.DefaultMachine : qemu.Machine(machine);
        if (found is null) throw Invalid($"the machine '{machine}' is not supported by emulator '{emulator}'");
        return DomainCapabilitiesXml.Format(new DomainCapabilitiesBuilder(qemu, found, arch, isKvm)
        {
            CpuNames = Cpus,
            Firmware = FirmwareSelection.Installed(),
            HasSwtpm = File.Exists("/usr/bin/swtpm") && File.Exists("/usr/bin/swtpm_setup"),
            HasVfio = Directory.Exists("/sys/module/vfio_pci")
                && Directory.Exists("/sys/kernel/iommu_groups")
                && Directory.EnumerateFileSystemEntries("/sys/kernel/iommu_groups").Any(),
        }.Build());
    }

    private static string? Search(string architecture)
    {
        string[] names = architecture switch
        {
            "x86_64" => ["qemu-system-x86_64", "qemu-kvm"],
            "i686" => ["qemu-system-i386", "qemu-system-x86_64", "qemu-kvm"],
            _ => [],
        };
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        string[] folders = [.. path.Split(':'), "/usr/bin", "/usr/libexec"];
        return names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }

    private IReadOnlyList<CapabilitiesSecurityModel> SecurityModels()
    {
        if (_options.SecurityModels is { } models) return models;
        if (!_options.IsPrivileged) return [new CapabilitiesSecurityModel("none", [])];
        var label = $"+{_options.Uid}:+{_options.Gid}";
        return
        [
            new CapabilitiesSecurityModel("none", []),
            new CapabilitiesSecurityModel("dac", [("kvm", label), ("qemu", label)]),
        ];
    }

    private static VirException Invalid(string detail) =>
        new(VirErrorNumber.VIR_ERR_INVALID_ARG, VirErrorDomain.VIR_FROM_QEMU, detail);

    private static VirException NoEmulator(string architecture) => new(
        VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED,
        VirErrorDomain.VIR_FROM_QEMU,
        $"unable to find any emulator to serve '{architecture}' architecture");
}
