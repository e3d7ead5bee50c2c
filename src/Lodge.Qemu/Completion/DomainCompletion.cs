using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Completion.Addresses;
using Lodge.Qemu.Completion.Defaults;
using Lodge.Qemu.Completion.Validation;

namespace Lodge.Qemu.Completion;

/// <summary>
/// Fills in what a definition leaves open, gives every device its place, and refuses what cannot work:
/// libvirt's post-parse, address assignment and validation for QEMU.
/// </summary>
public static class DomainCompletion
{
    /// <summary>Names the QEMU that runs a definition, so that its facts can be looked up.</summary>
    /// <exception cref="VirException">VIR_ERR_CONFIG_UNSUPPORTED where there is none for the architecture.</exception>
    public static void ChooseEmulator(DomainDefinition domain, CompletionOptions options)
    {
        if (domain.Os is { Type: OsType.Exe, Init: null }) throw Refusal.DomainXml("init binary must be specified");
        domain.Os.Architecture ??= options.HostArchitecture;
        domain.Emulator ??= options.FindEmulator(domain.Os.Architecture)
            ?? throw Refusal.Unsupported($"No emulator found for arch '{domain.Os.Architecture}'");
    }

    /// <summary>Completes a definition in place.</summary>
    /// <exception cref="VirException">With libvirt's code, domain and text for what cannot work.</exception>
    public static void Complete(DomainDefinition domain, IMachineFacts facts, CompletionOptions options)
    {
        ChooseEmulator(domain, options);
        SecurityDefaults.Apply(domain, options);
        ControllerIndexes.Assign(domain);
        MachineDefaults.Apply(domain, facts, options);
        SerialPorts.Number(domain);
        DeviceDefaults.Apply(domain, facts, options);
        CommonDefaults.Apply(domain, facts, options);
        AddressAssignment.Assign(domain, facts, options);
        if (domain.Name.Contains('/', StringComparison.Ordinal))
        {
            throw Refusal.DomainXml($"name {domain.Name} cannot contain '/'");
        }

        // Files of a domain lie in folders named after it.
        if (domain.Name is "." or "..")
        {
            throw Refusal.DomainXml($"name '{domain.Name}' is a folder's own; take another");
        }

        if (options.Validate)
        {
            DomainValidation.Check(domain, facts);
        }
    }
}
