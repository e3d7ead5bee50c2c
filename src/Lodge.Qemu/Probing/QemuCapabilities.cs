namespace Lodge.Qemu.Probing;

/// <summary>
/// What one QEMU binary can do on this host: found by asking it over QMP, never guessed from its version.
/// </summary>
public sealed class QemuCapabilities
{
    private readonly bool[] _capabilities;

    internal QemuCapabilities(QemuFacts facts)
    {
        Facts = facts;
        _capabilities = CapabilityDerivation.From(facts);
        Machines = facts.Machines;
    }

    /// <summary>The path of the binary.</summary>
    public string Binary => Facts.Binary;

    /// <summary>
    /// The version as libvirt counts it: major × 1,000,000 + minor × 1,000 + micro (7.2.22 is 7002022).
    /// </summary>
    public int Version => Facts.Version;

    /// <summary>
    /// The distribution's own words on the version, for example <c>Debian 1:7.2+dfsg-7</c>; empty where none.
    /// </summary>
    public string Package => Facts.Package;

    /// <summary>The guest architecture, as libvirt names it: <c>x86_64</c> or <c>i686</c>.</summary>
    public string Architecture => Facts.Architecture;

    /// <summary>
    /// Whether guests of type <c>kvm</c> run: built in, and a few instructions really ran on this host.
    /// </summary>
    public bool KvmUsable => Facts.Kvm is not null;

    /// <summary>The machine types, in QEMU's order.</summary>
    public IReadOnlyList<QemuMachine> Machines { get; }

    /// <summary>The machine type QEMU takes where none is named, or null.</summary>
    public QemuMachine? DefaultMachine => Machines.FirstOrDefault(machine => machine.IsDefault);

    internal QemuFacts Facts { get; }

    /// <summary>Whether the binary has a capability.</summary>
    public bool Has(QemuCapability capability) => _capabilities[(int)capability];

    /// <summary>Whether a device can be made with <c>-device</c> (its QOM type exists).</summary>
    public bool HasDevice(string driver) => Facts.Types.Contains(driver);

    /// <summary>Whether an object can be made with <c>-object</c> (its QOM type exists).</summary>
    public bool HasObject(string type) => Facts.Types.Contains(type);

    /// <summary>
    /// Whether a device or object has a property; false also for types not asked for (<c>Rules/ProbedTypes</c>).
    /// </summary>
    public bool HasDeviceProperty(string driver, string property) =>
        Facts.Properties.TryGetValue(driver, out var properties) && properties.Contains(property);

    /// <summary>Whether QMP has a command.</summary>
    public bool HasCommand(string command) => Facts.Commands.Contains(command);

    /// <summary>Whether an option has a parameter (QMP <c>query-command-line-options</c>).</summary>
    public bool HasOptionParameter(string option, string parameter) =>
        Facts.Options.TryGetValue(option, out var parameters) && parameters.Contains(parameter);

    /// <summary>Finds a machine type by its name or its alias, or null.</summary>
    public QemuMachine? Machine(string nameOrAlias)
    {
        foreach (var machine in Machines)
        {
            if (machine.Name == nameOrAlias || machine.Alias == nameOrAlias)
                return machine;
        }

        return null;
    }

    /// <summary>
    /// What runs guests of a type: for <c>kvm</c> the kernel, otherwise TCG; null where that type does not run.
    /// </summary>
    public QemuAccelerator? Accelerator(bool kvm) => kvm ? Facts.Kvm : Facts.Tcg;

    /// <summary>All capabilities, in the order of their enumeration.</summary>
    public IEnumerable<QemuCapability> All()
    {
        for (var i = 0; i < _capabilities.Length; i++)
        {
            if (_capabilities[i])
                yield return (QemuCapability)i;
        }
    }

    /// <summary>
    /// Writes all that was found, so that <see cref="Read"/> gives it back without asking QEMU again.
    /// </summary>
    public void Write(Stream stream) => QemuFactsFile.Write(stream, Facts);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or of another format version.</exception>
    public static QemuCapabilities Read(Stream stream) => new(QemuFactsFile.Read(stream));
}
