using Lodge.Daemon.Domains;
using Lodge.Daemon.Server;
using Lodge.Model.Schema;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class DomainProcedures
{
    /// <inheritdoc/>
    public ValueTask<DomainDefineXmlRet> DomainDefineXmlAsync(ClientCall call, DomainDefineXmlArgs args)
    {
        var defined = driver.DefineAsync(args.Xml, "virDomainDefineXML", call.CancellationToken);
        return Finish(defined);

        static async ValueTask<DomainDefineXmlRet> Finish(ValueTask<DomainObject> defined) =>
            new() { Dom = DomainDriver.Wire((await defined).Current) };
    }

    /// <inheritdoc/>
    public async ValueTask<DomainDefineXmlFlagsRet> DomainDefineXmlFlagsAsync(
        ClientCall call, DomainDefineXmlFlagsArgs args)
    {
        FlagCheck.Only(
            args.Flags, (uint)VirDomainDefineFlags.VIR_DOMAIN_DEFINE_VALIDATE, "qemuDomainDefineXMLFlags");
        SchemaCheck.WhereAsked(
            args.Flags, VirDomainDefineFlags.VIR_DOMAIN_DEFINE_VALIDATE, SchemaKind.Domain, args.Xml);
        var defined = await driver.DefineAsync(args.Xml, "virDomainDefineXMLFlags", call.CancellationToken);
        return new DomainDefineXmlFlagsRet { Dom = DomainDriver.Wire(defined.Current) };
    }

    /// <inheritdoc/>
    public ValueTask DomainUndefineAsync(ClientCall call, DomainUndefineArgs args) =>
        driver.UndefineAsync(driver.Find(args.Dom), 0, "virDomainUndefine", call.CancellationToken);

    /// <inheritdoc/>
    public ValueTask DomainUndefineFlagsAsync(ClientCall call, DomainUndefineFlagsArgs args)
    {
        const VirDomainUndefineFlagsValues Known =
            VirDomainUndefineFlagsValues.VIR_DOMAIN_UNDEFINE_MANAGED_SAVE
            | VirDomainUndefineFlagsValues.VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA
            | VirDomainUndefineFlagsValues.VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA
            | VirDomainUndefineFlagsValues.VIR_DOMAIN_UNDEFINE_NVRAM
            | VirDomainUndefineFlagsValues.VIR_DOMAIN_UNDEFINE_KEEP_NVRAM
            | VirDomainUndefineFlagsValues.VIR_DOMAIN_UNDEFINE_TPM
            | VirDomainUndefineFlagsValues.VIR_DOMAIN_UNDEFINE_KEEP_TPM;
        FlagCheck.Only(args.Flags, (uint)Known, "qemuDomainUndefineFlags");
        return driver.UndefineAsync(
            driver.Find(args.Dom),
            (VirDomainUndefineFlagsValues)args.Flags,
            "virDomainUndefineFlags",
            call.CancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<DomainRenameRet> DomainRenameAsync(ClientCall call, DomainRenameArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuDomainRename");
        await driver.RenameAsync(driver.Find(args.Dom), args.NewName ?? "", "virDomainRename", call.CancellationToken);
        return new DomainRenameRet { Retcode = 0 };
    }

    /// <inheritdoc/>
    public ValueTask DomainSetAutostartAsync(ClientCall call, DomainSetAutostartArgs args) =>
        driver.SetAutostartAsync(
            driver.Find(args.Dom), args.Autostart != 0, "virDomainSetAutostart", call.CancellationToken);
}
