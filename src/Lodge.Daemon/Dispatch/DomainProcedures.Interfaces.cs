using Lodge.Daemon.Domains;
using Lodge.Daemon.Domains.Tunables;
using Lodge.Daemon.Filters;
using Lodge.Daemon.Server;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class DomainProcedures
{
    /// <inheritdoc/>
    public ValueTask<DomainGetInterfaceParametersRet> DomainGetInterfaceParametersAsync(
        ClientCall call, DomainGetInterfaceParametersArgs args)
    {
        FlagCheck.Only(args.Flags, AffectBoth | TextsWelcome, "qemuDomainGetInterfaceParameters");
        var definition = DomainTarget.One(driver.Find(args.Dom).Current, args.Flags & AffectBoth);
        var list = InterfaceTuning.Get(InterfaceLookup.Find(definition, args.Device));
        return Answer(args.Nparams == 0
            ? new DomainGetInterfaceParametersRet { Params = [], Nparams = InterfaceTuning.Count }
            : new DomainGetInterfaceParametersRet { Params = list.ToArray(args.Nparams), Nparams = 0 });
    }

    /// <inheritdoc/>
    public ValueTask DomainSetInterfaceParametersAsync(ClientCall call, DomainSetInterfaceParametersArgs args)
    {
        FlagCheck.Only(args.Flags, AffectBoth, "qemuDomainSetInterfaceParameters");
        var request = Change(call, args.Dom, args.Flags, "virDomainSetInterfaceParameters");
        return driver.ChangeAsync(
            request,
            async live =>
            {
                await SetRatesAsync(call, live, args);
                driver.SaveStatus(request.Domain, live);
            },
            definition =>
            {
                var card = InterfaceLookup.Find(definition, args.Device);
                InterfaceTuning.CheckType(card);
                card.Bandwidth = InterfaceTuning.Change(card, args.Params);
            });
    }

    /// <summary>
    /// The rates of a running guest's card; where the kernel refuses them, the ones before come back.
    /// </summary>
    private async ValueTask SetRatesAsync(ClientCall call, LiveDomain live, DomainSetInterfaceParametersArgs args)
    {
        var definition = live.Draft();
        var card = InterfaceLookup.Find(definition, args.Device);
        InterfaceTuning.CheckType(card);
        var before = card.Bandwidth;
        var after = InterfaceTuning.Change(card, args.Params);
        var link = card.TargetDevice ?? throw DomainErrors.InvalidArgument($"'{args.Device}' has no link on the host");
        if (card.Type == InterfaceType.Network)
            await driver.Resources.Services.Networks.ChangeBandwidthAsync(card, after, call.CancellationToken);
        var rates = GuestLinks.Rates(card, link, after ?? new Bandwidth());
        try
        {
            await rates.ApplyAsync();
        }
        catch (VirException) when (before is not null)
        {
            await GuestLinks.Rates(card, link, before).ApplyAsync();
            if (card.Type == InterfaceType.Network)
                await driver.Resources.Services.Networks.ChangeBandwidthAsync(card, before, CancellationToken.None);
            throw;
        }

        card.Bandwidth = after;
        if (card.Actual is { } actual)
            actual.Bandwidth = after;
        live.Publish(definition);
    }
}
