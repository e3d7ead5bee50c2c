using Lodge.Model.Domain;
using Lodge.Model.Xml;
using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using Lodge.Protocol.Xdr;

namespace Lodge.Client.Test;

/// <summary>
/// The hypervisor of <c>test:///default</c>: guests, a network, a pool, an interface and devices that are only in
/// memory,
/// as libvirt's test driver has them. Each connection has one of its own.
/// </summary>
internal sealed partial class TestHypervisor
{
    private readonly List<TestDomain> _domains = [];
    private int _nextId = 1;

    /// <summary>Takes each event that this hypervisor sends.</summary>
    public Action<RemoteProcedure, XdrBuffer>? EventSent { get; set; }

    /// <summary>Every guest, in the order of their names.</summary>
    public IEnumerable<TestDomain> Domains => _domains.OrderBy(domain => domain.Name, StringComparer.Ordinal);

    /// <summary>Makes the hypervisor with its usual content.</summary>
    public static TestHypervisor CreateDefault()
    {
        var hypervisor = new TestHypervisor();
        hypervisor.RunFromTheBeginning(hypervisor.Define(TestDefaults.DomainXml));
        return hypervisor;
    }

    /// <summary>Makes the hypervisor with the guests of a file, which run.</summary>
    /// <exception cref="VirException">The file cannot be read, or is not such a file.</exception>
    public static TestHypervisor CreateFrom(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Fault(VirErrorNumber.VIR_ERR_SYSTEM_ERROR, $"failed to read {path}: {error.Message}");
        }

        var root = XmlReading.Read(text, VirErrorDomain.VIR_FROM_TEST, kept: "metadata");
        var hypervisor = new TestHypervisor();
        foreach (var element in root.Children)
        {
            if (root.Name != "node" || element.Name != "domain")
            {
                throw Fault(
                    VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED,
                    $"{path}: only <domain> in <node> is understood, not <{element.Name}> in <{root.Name}>");
            }

            var domain = hypervisor.Define(
                ControllerNumbers.Assign(DomainXml.Parse(element, DomainXmlParseOptions.Configuration)));
            hypervisor.RunFromTheBeginning(domain);
        }

        return hypervisor;
    }

    /// <summary>An error of this hypervisor.</summary>
    public static VirException Fault(VirErrorNumber code, string? detail = null) =>
        new(code, VirErrorDomain.VIR_FROM_TEST, detail);

    /// <summary>Refuses flags that are not known to a function, with libvirt's words.</summary>
    public static void CheckFlags(uint flags, uint known, string function)
    {
        if ((flags & ~known) != 0)
        {
            throw new VirException(new VirError
            {
                Code = VirErrorNumber.VIR_ERR_INVALID_ARG,
                Domain = VirErrorDomain.VIR_FROM_TEST,
                Message = $"unsupported flags (0x{flags & ~known:x}) in function {function}",
            });
        }
    }

    /// <summary>The guest that a caller holds.</summary>
    /// <exception cref="VirException">It is gone.</exception>
    public TestDomain Find(in RemoteDomain wire)
    {
        var uuid = wire.Uuid;
        return _domains.Find(domain => domain.Uuid == uuid)
            ?? throw Fault(VirErrorNumber.VIR_ERR_NO_DOMAIN,
                $"no domain with matching uuid '{wire.Uuid}' ({wire.Name})");
    }

    /// <summary>The guest that a caller holds, which runs.</summary>
    /// <exception cref="VirException">It is gone, or does not run.</exception>
    public TestDomain FindActive(in RemoteDomain wire)
    {
        var domain = Find(wire);
        return domain.IsActive ? domain
            : throw Fault(VirErrorNumber.VIR_ERR_OPERATION_INVALID, "domain is not running");
    }

    /// <summary>The first guest of a kind.</summary>
    /// <exception cref="VirException">There is none.</exception>
    public TestDomain Lookup(Predicate<TestDomain> isWanted) =>
        _domains.Find(isWanted) ?? throw Fault(VirErrorNumber.VIR_ERR_NO_DOMAIN);

    /// <summary>Defines a guest, anew or in place of one with the same name and UUID.</summary>
    public TestDomain Define(string xml) => Define(Parse(xml));

    /// <summary>Adds a guest that is gone when it stops, and starts it.</summary>
    public TestDomain CreateTransient(string xml)
    {
        var definition = Parse(xml);
        var domain = Add(definition, mustBeInactive: true, out _);
        Boot(domain, definition);
        return domain;
    }

    private static DomainDefinition Parse(string xml) =>
        ControllerNumbers.Assign(DomainXml.Parse(xml, DomainXmlParseOptions.Configuration));

    /// <summary>Starts a guest.</summary>
    public void Start(TestDomain domain, VirDomainRunningReason reason, VirDomainEventStartedDetailType detail)
    {
        domain.Start(_nextId++, reason);
        SendLifecycle(domain, VirDomainEventType.VIR_DOMAIN_EVENT_STARTED, (int)detail);
    }

    /// <summary>Stops a guest; one that is not defined is gone then.</summary>
    public void Stop(TestDomain domain, VirDomainShutoffReason reason, VirDomainEventStoppedDetailType detail)
    {
        var id = domain.Definition.Id;
        domain.Stop(reason);
        SendLifecycle(domain, VirDomainEventType.VIR_DOMAIN_EVENT_STOPPED, (int)detail, id);
        if (!domain.IsPersistent)
        {
            _domains.Remove(domain);
        }
    }

    /// <summary>Forgets a guest's definition; one that runs goes on until it stops.</summary>
    public void Undefine(TestDomain domain)
    {
        domain.HasManagedSave = false;
        domain.Forget();
        SendLifecycle(
            domain,
            VirDomainEventType.VIR_DOMAIN_EVENT_UNDEFINED,
            (int)VirDomainEventUndefinedDetailType.VIR_DOMAIN_EVENT_UNDEFINED_REMOVED);
        if (!domain.IsActive)
        {
            _domains.Remove(domain);
        }
    }

    private TestDomain Define(DomainDefinition definition)
    {
        if (definition.Name.Contains('\n', StringComparison.Ordinal))
        {
            throw Fault(VirErrorNumber.VIR_ERR_XML_ERROR, $"name {definition.Name} cannot contain '\n'");
        }

        var domain = Add(definition, mustBeInactive: false, out var isNew);
        domain.Define(definition);
        SendLifecycle(
            domain,
            VirDomainEventType.VIR_DOMAIN_EVENT_DEFINED,
            (int)(isNew
                ? VirDomainEventDefinedDetailType.VIR_DOMAIN_EVENT_DEFINED_ADDED
                : VirDomainEventDefinedDetailType.VIR_DOMAIN_EVENT_DEFINED_UPDATED));
        return domain;
    }

    private TestDomain Add(DomainDefinition definition, bool mustBeInactive, out bool isNew)
    {
        TestCompletion.Complete(definition);
        var uuid = VirUuid.Of(definition.Uuid);
        var same = _domains.Find(domain => domain.Uuid == uuid);
        isNew = same is null;
        if (same is not null && same.Name != definition.Name)
        {
            throw Fault(
                VirErrorNumber.VIR_ERR_OPERATION_FAILED, $"domain '{same.Name}' is already defined with uuid {uuid}");
        }

        if (same is { IsActive: true } && mustBeInactive)
        {
            throw Fault(VirErrorNumber.VIR_ERR_OPERATION_INVALID, $"domain '{same.Name}' is already active");
        }

        if (same is null && _domains.Find(domain => domain.Name == definition.Name) is { } named)
        {
            throw Fault(
                VirErrorNumber.VIR_ERR_OPERATION_FAILED,
                $"domain '{named.Name}' already exists with uuid {named.Uuid}");
        }

        if (same is null)
        {
            same = new TestDomain(definition);
            _domains.Add(same);
        }

        return same;
    }

    /// <summary>A guest that is there from the beginning runs for no known reason.</summary>
    private void RunFromTheBeginning(TestDomain domain)
    {
        Boot(domain);
        domain.SetState(VirDomainState.VIR_DOMAIN_RUNNING, (int)VirDomainRunningReason.VIR_DOMAIN_RUNNING_UNKNOWN);
    }

    // For this one start with another definition than its own.
    private void Boot(TestDomain domain, DomainDefinition other)
    {
        domain.RunAs(other);
        Boot(domain);
    }

    private void Boot(TestDomain domain) => Start(
        domain,
        VirDomainRunningReason.VIR_DOMAIN_RUNNING_BOOTED,
        VirDomainEventStartedDetailType.VIR_DOMAIN_EVENT_STARTED_BOOTED);
}
