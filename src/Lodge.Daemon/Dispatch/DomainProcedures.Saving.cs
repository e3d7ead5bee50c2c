using Lodge.Daemon.Domains;
using Lodge.Daemon.Domains.Saving;
using Lodge.Daemon.Server;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class DomainProcedures
{
    private const VirDomainSaveRestoreFlags SaveFlags = VirDomainSaveRestoreFlags.VIR_DOMAIN_SAVE_BYPASS_CACHE
        | VirDomainSaveRestoreFlags.VIR_DOMAIN_SAVE_RUNNING | VirDomainSaveRestoreFlags.VIR_DOMAIN_SAVE_PAUSED;

    private const VirDomainSaveRestoreFlags RestoreFlags =
        SaveFlags | VirDomainSaveRestoreFlags.VIR_DOMAIN_SAVE_RESET_NVRAM;

    /// <inheritdoc/>
    public ValueTask DomainSaveAsync(ClientCall call, DomainSaveArgs args) =>
        driver.Saver.SaveAsync(Save(call, args.Dom, null, 0, "virDomainSave"), args.To);

    /// <inheritdoc/>
    public ValueTask DomainSaveFlagsAsync(ClientCall call, DomainSaveFlagsArgs args) => driver.Saver.SaveAsync(
        Save(call, args.Dom, args.Dxml, args.Flags, "virDomainSaveFlags"), args.To);

    /// <inheritdoc/>
    public ValueTask DomainSaveParamsAsync(ClientCall call, DomainSaveParamsArgs args)
    {
        var request = Save(
            call, args.Dom, SaveParameter(args.Params, VirConstants.VIR_DOMAIN_SAVE_PARAM_DXML), args.Flags,
            "virDomainSaveParams");
        return SaveParameter(args.Params, VirConstants.VIR_DOMAIN_SAVE_PARAM_FILE) is { } path
            ? driver.Saver.SaveAsync(request, path)
            : driver.Saver.SaveManagedAsync(request);
    }

    /// <inheritdoc/>
    public ValueTask DomainRestoreAsync(ClientCall call, DomainRestoreArgs args) =>
        driver.Restorer.RestoreAsync(args.From, null, 0, "virDomainRestore", call.CancellationToken);

    /// <inheritdoc/>
    public ValueTask DomainRestoreFlagsAsync(ClientCall call, DomainRestoreFlagsArgs args) =>
        RestoreAsync(call, args.From, args.Dxml, args.Flags, "virDomainRestoreFlags");

    /// <inheritdoc/>
    public ValueTask DomainRestoreParamsAsync(ClientCall call, DomainRestoreParamsArgs args) => RestoreAsync(
        call,
        SaveParameter(args.Params, VirConstants.VIR_DOMAIN_SAVE_PARAM_FILE)
            ?? throw DomainErrors.InvalidArgument("missing path to restore from"),
        SaveParameter(args.Params, VirConstants.VIR_DOMAIN_SAVE_PARAM_DXML),
        args.Flags,
        "virDomainRestoreParams");

    /// <inheritdoc/>
    public ValueTask<DomainSaveImageGetXmlDescRet> DomainSaveImageGetXmlDescAsync(
        ClientCall call, DomainSaveImageGetXmlDescArgs args) => Answer(new DomainSaveImageGetXmlDescRet
        {
            Xml = DescribeSaved(args.File, args.Flags, "qemuDomainSaveImageGetXMLDesc"),
        });

    /// <inheritdoc/>
    public ValueTask DomainSaveImageDefineXmlAsync(ClientCall call, DomainSaveImageDefineXmlArgs args) =>
        driver.Restorer.RedefineAsync(
            args.File, args.Dxml, Checked(args.Flags, RunOrPause, "qemuDomainSaveImageDefineXML"));

    /// <inheritdoc/>
    public ValueTask DomainManagedSaveAsync(ClientCall call, DomainManagedSaveArgs args) =>
        driver.Saver.SaveManagedAsync(Save(call, args.Dom, null, args.Flags, "virDomainManagedSave"));

    /// <inheritdoc/>
    public ValueTask<DomainHasManagedSaveImageRet> DomainHasManagedSaveImageAsync(
        ClientCall call, DomainHasManagedSaveImageArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuDomainHasManagedSaveImage");
        return Answer(new DomainHasManagedSaveImageRet
        {
            Result = driver.Find(args.Dom).Current.HasManagedSave ? 1 : 0,
        });
    }

    /// <inheritdoc/>
    public ValueTask DomainManagedSaveRemoveAsync(ClientCall call, DomainManagedSaveRemoveArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuDomainManagedSaveRemove");
        driver.Restorer.Forget(driver.Find(args.Dom));
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<DomainManagedSaveGetXmlDescRet> DomainManagedSaveGetXmlDescAsync(
        ClientCall call, DomainManagedSaveGetXmlDescArgs args) => Answer(new DomainManagedSaveGetXmlDescRet
        {
            Xml = DescribeSaved(ManagedFile(args.Dom), args.Flags, "qemuDomainManagedSaveGetXMLDesc"),
        });

    /// <inheritdoc/>
    public ValueTask DomainManagedSaveDefineXmlAsync(ClientCall call, DomainManagedSaveDefineXmlArgs args) =>
        driver.Restorer.RedefineAsync(
            ManagedFile(args.Dom), args.Dxml ?? "",
            Checked(args.Flags, RunOrPause, "qemuDomainManagedSaveDefineXML"));

    private const VirDomainSaveRestoreFlags RunOrPause =
        VirDomainSaveRestoreFlags.VIR_DOMAIN_SAVE_RUNNING | VirDomainSaveRestoreFlags.VIR_DOMAIN_SAVE_PAUSED;

    private static string DescribeSaved(string path, uint flags, string function)
    {
        const uint WithSecrets = (uint)VirDomainSaveImageXMLFlags.VIR_DOMAIN_SAVE_IMAGE_XML_SECURE;
        FlagCheck.Only(flags, WithSecrets, function);
        return GuestRestorer.Describe(path, (flags & WithSecrets) != 0);
    }

    private static string? SaveParameter(TypedParameter[] parameters, string name) =>
        parameters.FirstOrDefault(parameter => parameter.Field == name) is { Field: not null } found
            ? found.Value.AsString()
            : null;

    private static VirDomainSaveRestoreFlags Checked(uint flags, VirDomainSaveRestoreFlags known, string function)
    {
        FlagCheck.Only(flags, (uint)known, function);
        if (((VirDomainSaveRestoreFlags)flags).HasFlag(VirDomainSaveRestoreFlags.VIR_DOMAIN_SAVE_BYPASS_CACHE))
            throw DomainErrors.NoCacheBypass();
        FlagCheck.NotBoth(
            (VirDomainSaveRestoreFlags)flags,
            VirDomainSaveRestoreFlags.VIR_DOMAIN_SAVE_RUNNING,
            VirDomainSaveRestoreFlags.VIR_DOMAIN_SAVE_PAUSED,
            function.Replace("qemu", "vir", StringComparison.Ordinal));
        return (VirDomainSaveRestoreFlags)flags;
    }

    private SaveRequest Save(ClientCall call, in RemoteDomain dom, string? xml, uint flags, string api) => new(
        driver.Find(dom), xml, Checked(flags, SaveFlags, "qemuDomainSaveFlags"), api, call.CancellationToken);

    private ValueTask RestoreAsync(ClientCall call, string path, string? xml, uint flags, string api) =>
        driver.Restorer.RestoreAsync(
            path, xml, Checked(flags, RestoreFlags, "qemuDomainRestoreInternal"), api, call.CancellationToken);

    private string ManagedFile(in RemoteDomain dom)
    {
        var name = driver.Find(dom).Current.Name;
        return driver.Saver.Managed.Has(name)
            ? driver.Saver.Managed.PathOf(name)
            : throw DomainErrors.Invalid("domain does not have managed save image");
    }
}
