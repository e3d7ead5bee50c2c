using Lodge.Daemon.Domains;
using Lodge.Daemon.Domains.Jobs;
using Lodge.Daemon.Domains.Lifecycle;
using Lodge.Daemon.Server;
using Lodge.Model.Schema;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;
using static Lodge.Protocol.Constants.VirDomainCreateFlags;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class DomainProcedures
{
    /// <inheritdoc/>
    public ValueTask DomainCreateAsync(ClientCall call, DomainCreateArgs args) =>
        StartAsync(call, driver.Find(args.Dom), 0, "virDomainCreate");

    /// <inheritdoc/>
    public async ValueTask<DomainCreateWithFlagsRet> DomainCreateWithFlagsAsync(
        ClientCall call, DomainCreateWithFlagsArgs args)
    {
        const VirDomainCreateFlags Known = VIR_DOMAIN_START_PAUSED | VIR_DOMAIN_START_AUTODESTROY
            | VIR_DOMAIN_START_BYPASS_CACHE | VIR_DOMAIN_START_FORCE_BOOT | VIR_DOMAIN_START_RESET_NVRAM;
        FlagCheck.Only(args.Flags, (uint)Known, "qemuDomainCreateWithFlags");
        var domain = driver.Find(args.Dom);
        var how = (VirDomainCreateFlags)args.Flags;
        var restores = domain.Current.HasManagedSave && !how.HasFlag(VIR_DOMAIN_START_FORCE_BOOT);
        if (restores && how.HasFlag(VIR_DOMAIN_START_BYPASS_CACHE))
            throw DomainErrors.NoCacheBypass();
        await StartAsync(call, domain, args.Flags, "virDomainCreateWithFlags");
        return new DomainCreateWithFlagsRet { Dom = DomainDriver.Wire(domain.Current) };
    }

    /// <inheritdoc/>
    public async ValueTask<DomainCreateXmlRet> DomainCreateXmlAsync(ClientCall call, DomainCreateXmlArgs args)
    {
        const VirDomainCreateFlags Known = VIR_DOMAIN_START_PAUSED | VIR_DOMAIN_START_AUTODESTROY
            | VIR_DOMAIN_START_VALIDATE | VIR_DOMAIN_START_RESET_NVRAM;
        FlagCheck.Only(args.Flags, (uint)Known, "qemuDomainCreateXML");
        SchemaCheck.WhereAsked(args.Flags, VIR_DOMAIN_START_VALIDATE, SchemaKind.Domain, args.XmlDesc);
        var definition = await driver.CompleteAsync(args.XmlDesc);
        var (domain, _) = driver.Domains.FindOrAdd(definition.WireUuid(), definition.Name, live: true, () =>
            new DomainObject(new DomainSnapshot { Name = definition.Name, Uuid = definition.WireUuid() }));
        var request = StartRequest.Of(args.Flags, call.Client);
        using (await DomainDriver.BeginJobAsync(
            domain, DomainJobKind.Modify, "virDomainCreateXML", call.CancellationToken))
        {
            if (domain.Current.IsActive)
                throw DomainErrors.Invalid($"domain '{definition.Name}' is already active");
            await driver.Starter.StartAsync(domain, definition, request);
        }

        return new DomainCreateXmlRet { Dom = DomainDriver.Wire(domain.Current) };
    }

    private async ValueTask StartAsync(ClientCall call, DomainObject domain, uint flags, string api)
    {
        var request = StartRequest.Of(flags, call.Client);
        using var job = await DomainDriver.BeginJobAsync(domain, DomainJobKind.Modify, api, call.CancellationToken);
        await driver.StartConfiguredAsync(domain, request);
    }
}
