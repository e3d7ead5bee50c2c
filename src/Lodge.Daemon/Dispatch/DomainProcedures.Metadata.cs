using Lodge.Daemon.Domains;
using Lodge.Daemon.Events;
using Lodge.Daemon.Server;
using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class DomainProcedures
{
    /// <inheritdoc/>
    public async ValueTask DomainSetMetadataAsync(ClientCall call, DomainSetMetadataArgs args)
    {
        FlagCheck.Only(args.Flags, AffectBoth, "qemuDomainSetMetadata");
        var type = (VirDomainMetadataType)args.Type;
        DomainMetadata.Validate(type, args.Metadata, args.Key, args.Uri);
        var request = Change(call, args.Dom, args.Flags, "virDomainSetMetadata");
        await driver.ChangeAsync(
            request,
            live =>
            {
                driver.ChangeLive(request.Domain, live, definition =>
                    DomainMetadata.Set(definition, type, args.Metadata, args.Key, args.Uri));
                return default;
            },
            definition => DomainMetadata.Set(definition, type, args.Metadata, args.Key, args.Uri));
        driver.Events.Emit(new MetadataChangeEvent(
            DomainDriver.Wire(request.Domain.Current), type,
            type == VirDomainMetadataType.VIR_DOMAIN_METADATA_ELEMENT ? args.Uri : null));
    }
}
