using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client.Test;

/// <summary>Guests in memory: finding, defining and asking.</summary>
internal sealed partial class TestDomainProcedures : IDomainProcedures<TestHypervisor>
{
    public const int MaxVcpus = 32;

    public ValueTask<DomainLookupByIdRet> DomainLookupByIdAsync(TestHypervisor call, DomainLookupByIdArgs args) =>
        new(new DomainLookupByIdRet
        {
            Dom = call.Lookup(domain => domain.IsActive && domain.Definition.Id == args.Id).ToWire(),
        });

    public ValueTask<DomainLookupByNameRet> DomainLookupByNameAsync(TestHypervisor call, DomainLookupByNameArgs args) =>
        new(new DomainLookupByNameRet { Dom = call.Lookup(domain => domain.Name == args.Name).ToWire() });

    public ValueTask<DomainLookupByUuidRet> DomainLookupByUuidAsync(TestHypervisor call, DomainLookupByUuidArgs args) =>
        new(new DomainLookupByUuidRet { Dom = call.Lookup(domain => domain.Uuid == args.Uuid).ToWire() });

    public ValueTask<DomainDefineXmlRet> DomainDefineXmlAsync(TestHypervisor call, DomainDefineXmlArgs args) =>
        new(new DomainDefineXmlRet { Dom = call.Define(args.Xml).ToWire() });

    public ValueTask<DomainDefineXmlFlagsRet> DomainDefineXmlFlagsAsync(
        TestHypervisor call, DomainDefineXmlFlagsArgs args)
    {
        TestHypervisor.CheckFlags(args.Flags, 1, "testDomainDefineXMLFlags");
        return new(new DomainDefineXmlFlagsRet { Dom = call.Define(args.Xml).ToWire() });
    }

    public ValueTask<DomainCreateXmlRet> DomainCreateXmlAsync(TestHypervisor call, DomainCreateXmlArgs args)
    {
        TestHypervisor.CheckFlags(
            args.Flags, (uint)VirDomainCreateFlags.VIR_DOMAIN_START_VALIDATE, "testDomainCreateXML");
        return new(new DomainCreateXmlRet { Dom = call.CreateTransient(args.XmlDesc).ToWire() });
    }

    public ValueTask DomainUndefineAsync(TestHypervisor call, DomainUndefineArgs args) => Undefine(call, args.Dom, 0);

    public ValueTask DomainUndefineFlagsAsync(TestHypervisor call, DomainUndefineFlagsArgs args) =>
        Undefine(call, args.Dom, args.Flags);

    public ValueTask<DomainGetXmlDescRet> DomainGetXmlDescAsync(TestHypervisor call, DomainGetXmlDescArgs args)
    {
        TestHypervisor.CheckFlags(args.Flags, 0xf, "testDomainGetXMLDesc");
        var domain = call.Find(args.Dom);
        var flags = (VirDomainXMLFlags)args.Flags;
        var isInactive = flags.HasFlag(VirDomainXMLFlags.VIR_DOMAIN_XML_INACTIVE);
        return new(new DomainGetXmlDescRet
        {
            Xml = DomainXml.Format(
                isInactive ? domain.Inactive : domain.Definition,
                new DomainXmlFormatOptions
                {
                    Inactive = isInactive,
                    Secure = flags.HasFlag(VirDomainXMLFlags.VIR_DOMAIN_XML_SECURE),
                    Migratable = flags.HasFlag(VirDomainXMLFlags.VIR_DOMAIN_XML_MIGRATABLE),
                }),
        });
    }

    public ValueTask<DomainGetInfoRet> DomainGetInfoAsync(TestHypervisor call, DomainGetInfoArgs args)
    {
        var domain = call.Find(args.Dom);
        return new(new DomainGetInfoRet
        {
            State = (byte)domain.State,
            MaxMem = domain.Definition.Memory,
            Memory = domain.Definition.CurrentMemory,
            NrVirtCpu = (ushort)domain.Definition.Vcpus.Online,
            CpuTime = (ulong)Microseconds() * 1000,
        });
    }

    public ValueTask<DomainGetStateRet> DomainGetStateAsync(TestHypervisor call, DomainGetStateArgs args)
    {
        TestHypervisor.CheckFlags(args.Flags, 0, "testDomainGetState");
        var domain = call.Find(args.Dom);
        return new(new DomainGetStateRet { State = (int)domain.State, Reason = domain.Reason });
    }

    public ValueTask<DomainGetControlInfoRet> DomainGetControlInfoAsync(
        TestHypervisor call, DomainGetControlInfoArgs args)
    {
        call.FindActive(args.Dom);
        return new(default(DomainGetControlInfoRet));
    }

    public ValueTask<DomainGetOsTypeRet> DomainGetOsTypeAsync(TestHypervisor call, DomainGetOsTypeArgs args) =>
        new(new DomainGetOsTypeRet { Type = "linux" });

    public ValueTask<DomainIsActiveRet> DomainIsActiveAsync(TestHypervisor call, DomainIsActiveArgs args) =>
        new(new DomainIsActiveRet { Active = call.Find(args.Dom).IsActive ? 1 : 0 });

    public ValueTask<DomainIsPersistentRet> DomainIsPersistentAsync(TestHypervisor call, DomainIsPersistentArgs args) =>
        new(new DomainIsPersistentRet { Persistent = call.Find(args.Dom).IsPersistent ? 1 : 0 });

    public ValueTask<DomainIsUpdatedRet> DomainIsUpdatedAsync(TestHypervisor call, DomainIsUpdatedArgs args)
    {
        call.Find(args.Dom);
        return new(default(DomainIsUpdatedRet));
    }

    public ValueTask<DomainGetAutostartRet> DomainGetAutostartAsync(TestHypervisor call, DomainGetAutostartArgs args) =>
        new(new DomainGetAutostartRet { Autostart = call.Find(args.Dom).HasAutostart ? 1 : 0 });

    public ValueTask DomainSetAutostartAsync(TestHypervisor call, DomainSetAutostartArgs args)
    {
        call.Find(args.Dom).HasAutostart = args.Autostart != 0;
        return default;
    }

    public ValueTask<DomainRenameRet> DomainRenameAsync(TestHypervisor call, DomainRenameArgs args)
    {
        TestHypervisor.CheckFlags(args.Flags, 0, "testDomainRename");
        var domain = call.Find(args.Dom);
        if (domain.IsActive)
        {
            throw TestHypervisor.Fault(VirErrorNumber.VIR_ERR_OPERATION_INVALID, "cannot rename active domain");
        }

        var name = args.NewName ?? throw TestHypervisor.Fault(VirErrorNumber.VIR_ERR_INVALID_ARG, "new_name");
        if (name == domain.Name)
        {
            throw TestHypervisor.Fault(
                VirErrorNumber.VIR_ERR_INVALID_ARG, "Can't rename domain to itself");
        }

        if (call.Domains.Any(other => other.Name == name))
        {
            throw TestHypervisor.Fault(
                VirErrorNumber.VIR_ERR_OPERATION_INVALID, $"domain with name '{name}' already exists");
        }

        domain.Rename(name);
        return new(default(DomainRenameRet));
    }

    public ValueTask<DomainGetSecurityLabelRet> DomainGetSecurityLabelAsync(
        TestHypervisor call, DomainGetSecurityLabelArgs args)
    {
        var isActive = call.Find(args.Dom).IsActive;
        return new(new DomainGetSecurityLabelRet
        {
            Label = isActive ? [.. "libvirt-test\0"u8] : [0], Enforcing = isActive ? 1 : 0,
        });
    }

    public ValueTask<DomainGetMessagesRet> DomainGetMessagesAsync(TestHypervisor call, DomainGetMessagesArgs args)
    {
        call.Find(args.Dom);
        return new(new DomainGetMessagesRet { Msgs = [] });
    }

    private static long Microseconds() => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() * 1000;

    private static ValueTask Undefine(TestHypervisor call, in RemoteDomain wire, uint flags)
    {
        const uint Known = (uint)(VirDomainUndefineFlagsValues.VIR_DOMAIN_UNDEFINE_MANAGED_SAVE
            | VirDomainUndefineFlagsValues.VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA);
        TestHypervisor.CheckFlags(flags, Known, "testDomainUndefineFlags");
        var domain = call.Find(wire);
        if (domain.HasManagedSave && (flags & (uint)VirDomainUndefineFlagsValues.VIR_DOMAIN_UNDEFINE_MANAGED_SAVE) == 0)
        {
            throw TestHypervisor.Fault(
                VirErrorNumber.VIR_ERR_OPERATION_INVALID,
                "Refusing to undefine while domain managed save image exists");
        }

        call.Undefine(domain);
        return default;
    }
}
