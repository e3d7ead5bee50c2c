using Lodge.Daemon.Domains.Jobs;
using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Completion;
using Lodge.Qemu.Probing;

namespace Lodge.Daemon.Domains;

internal sealed partial class DomainDriver
{
    /// <summary>Stores a configuration: a new domain's, or in place of the one a domain has.</summary>
    /// <param name="xml">The domain's XML.</param>
    /// <param name="api">The public function, for whoever waits for the domain.</param>
    /// <param name="cancellation">Ends waiting for the domain's turn.</param>
    /// <returns>The domain, durably stored.</returns>
    /// <exception cref="VirException">The XML is bad, or another domain has its name or UUID; nothing is
    /// changed.</exception>
    public async ValueTask<DomainObject> DefineAsync(string xml, string api, CancellationToken cancellation)
    {
        var definition = await CompleteAsync(xml);
        if (definition.Name.Contains('\n', StringComparison.Ordinal))
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_XML_DETAIL,
                VirErrorDomain.VIR_FROM_XML,
                "invalid char in name: \n");
        }

        while (true)
        {
            var (domain, isNew) = Domains.FindOrAdd(definition.WireUuid(), definition.Name, live: false, () =>
                new DomainObject(new DomainSnapshot { Name = definition.Name, Uuid = definition.WireUuid() }));
            using var job = await domain.Jobs.BeginAsync(DomainJobKind.Modify, api, null, cancellation);
            if (domain.IsRemoved)
                continue;
            var wasPersistent = domain.Current.IsPersistent;
            try
            {
                StoreConfig(domain, definition);
            }
            catch when (isNew || !domain.Current.IsActive && !wasPersistent)
            {
                Domains.Remove(domain);
                throw;
            }

            Emit(
                domain.Current,
                VirDomainEventType.VIR_DOMAIN_EVENT_DEFINED,
                (int)(wasPersistent
                    ? VirDomainEventDefinedDetailType.VIR_DOMAIN_EVENT_DEFINED_UPDATED
                    : VirDomainEventDefinedDetailType.VIR_DOMAIN_EVENT_DEFINED_ADDED));
            return domain;
        }
    }

    /// <summary>Reads XML a client sent, and fills in what it leaves open.</summary>
    /// <exception cref="VirException">The XML is bad, or asks for what no QEMU of this host has.</exception>
    public async ValueTask<DomainDefinition> CompleteAsync(string xml)
    {
        var definition = DomainXml.Parse(xml, DomainXmlParseOptions.Configuration);
        await CompleteAsync(definition);
        return definition;
    }

    /// <summary>Fills in what a definition leaves open.</summary>
    public async ValueTask CompleteAsync(DomainDefinition definition)
    {
        DomainCompletion.ChooseEmulator(definition, _completion);
        var capabilities = await Hypervisor.GetCapabilitiesAsync(definition.Emulator!);
        DomainCompletion.Complete(definition, new QemuMachineFacts(capabilities), _completion);
    }

    /// <summary>What the QEMU of a definition can do.</summary>
    /// <exception cref="VirException">VIR_ERR_CONFIG_UNSUPPORTED where there is no QEMU for it.</exception>
    public ValueTask<QemuCapabilities> CapabilitiesOfAsync(DomainDefinition definition)
    {
        var architecture = definition.Os.Architecture ?? "x86_64";
        var emulator = definition.Emulator ?? QemuHypervisor.FindEmulator(architecture)
            ?? throw DomainErrors.Unsupported($"No emulator found for arch '{architecture}'");
        return Hypervisor.GetCapabilitiesAsync(emulator);
    }
}
