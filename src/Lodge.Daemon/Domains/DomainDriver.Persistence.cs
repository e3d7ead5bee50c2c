using Lodge.Daemon.Domains.Jobs;
using Lodge.Daemon.Domains.Lifecycle;
using Lodge.Daemon.Domains.Snapshots;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Domains;

internal sealed partial class DomainDriver
{
    /// <summary>Starts an inactive domain from its configuration; the caller holds its job.</summary>
    public async ValueTask StartConfiguredAsync(DomainObject domain, StartRequest request)
    {
        var now = domain.Current;
        if (now.IsActive)
            throw DomainErrors.Invalid("domain is already running");
        var config = now.Config ?? throw DomainErrors.NoPersistentConfig();
        if (!await Restorer.TryRestoreManagedAsync(domain, request))
            await Starter.StartAsync(domain, config.Copy(), request);
        domain.Publish(s => s.AutostartFailure is null ? s : s with { AutostartFailure = null });
    }

    /// <summary>Takes a stored configuration away; a guest that runs goes on as a transient domain.</summary>
    public async ValueTask UndefineAsync(
        DomainObject domain, VirDomainUndefineFlagsValues flags, string api, CancellationToken cancellation)
    {
        RefuseBoth(flags, VirDomainUndefineFlagsValues.VIR_DOMAIN_UNDEFINE_NVRAM,
            VirDomainUndefineFlagsValues.VIR_DOMAIN_UNDEFINE_KEEP_NVRAM, "nvram");
        RefuseBoth(flags, VirDomainUndefineFlagsValues.VIR_DOMAIN_UNDEFINE_TPM,
            VirDomainUndefineFlagsValues.VIR_DOMAIN_UNDEFINE_KEEP_TPM, "TPM");
        using var job = await BeginJobAsync(domain, DomainJobKind.Modify, api, cancellation);
        var config = domain.Current.Config ?? throw DomainErrors.Invalid("cannot undefine transient domain");
        if (domain.Current.HasManagedSave
            && !flags.HasFlag(VirDomainUndefineFlagsValues.VIR_DOMAIN_UNDEFINE_MANAGED_SAVE))
            throw DomainErrors.Invalid("Refusing to undefine while domain managed save image exists");
        var snapshots = domain.Current.Snapshots.All.Count;
        if (!domain.Current.IsActive && snapshots > 0
            && !flags.HasFlag(VirDomainUndefineFlagsValues.VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA))
        {
            throw DomainErrors.Invalid($"cannot delete inactive domain with {snapshots} snapshots");
        }

        var nvram = Resources.NvramOf(config);
        if (nvram is not null
            && (flags & (VirDomainUndefineFlagsValues.VIR_DOMAIN_UNDEFINE_NVRAM
                | VirDomainUndefineFlagsValues.VIR_DOMAIN_UNDEFINE_KEEP_NVRAM)) == 0)
        {
            throw DomainErrors.Invalid("cannot undefine domain with nvram");
        }

        // Everything was looked at before the first change, so that a refusal changes nothing.
        if (nvram is not null && flags.HasFlag(VirDomainUndefineFlagsValues.VIR_DOMAIN_UNDEFINE_NVRAM))
            Remove(nvram, "failed to remove nvram");
        if (domain.Current.HasManagedSave)
            Restorer.Forget(domain);
        if (!domain.Current.IsActive && snapshots > 0)
            Snapshots.Store(domain, static _ => SnapshotTree.Empty);
        Configs.Remove(domain.Current.Name);
        var (_, now) = domain.Publish(s => s with { Config = null, Autostart = false, AutostartFailure = null });
        if (!flags.HasFlag(VirDomainUndefineFlagsValues.VIR_DOMAIN_UNDEFINE_KEEP_TPM) && !now.IsActive)
            Resources.RemoveTpmState(config);
        Emit(
            now,
            VirDomainEventType.VIR_DOMAIN_EVENT_UNDEFINED,
            (int)VirDomainEventUndefinedDetailType.VIR_DOMAIN_EVENT_UNDEFINED_REMOVED);
        if (!domain.Current.IsActive)
            Domains.Remove(domain);
    }

    /// <summary>Gives an inactive domain another name.</summary>
    public async ValueTask RenameAsync(DomainObject domain, string name, string api, CancellationToken cancellation)
    {
        using var job = await BeginJobAsync(domain, DomainJobKind.Modify, api, cancellation);
        var now = domain.Current;
        if (now.IsActive)
            throw DomainErrors.Invalid("cannot rename active domain");
        if (now.Config is not { } config)
            throw DomainErrors.Invalid("cannot rename a transient domain");
        if (now.HasManagedSave)
            throw DomainErrors.Invalid("domain with a managed saved state can't be renamed");
        if (name.Length == 0)
            throw DomainErrors.InvalidArgument("new_name in virDomainRename must not be empty");
        if (name.Contains('/', StringComparison.Ordinal) || name is "." or "..")
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_XML_ERROR, VirErrorDomain.VIR_FROM_QEMU, name is "." or ".."
                    ? $"name '{name}' is a folder's own; take another"
                    : $"name {name} cannot contain '/'");
        }

        if (name == now.Name)
            throw DomainErrors.Object(
                VirErrorNumber.VIR_ERR_OPERATION_INVALID, "Can't rename domain to itself");
        var definition = config.Copy();
        definition.Name = name;
        var renamed = DomainConfig.Of(definition);
        Domains.Rename(domain, name, () => Configs.Rename(now.Name, name, renamed.Bytes));
        SnapshotFiles.Rename(now.Name, name);
        var (before, after) = domain.Publish(s => s with { Name = name, Config = renamed });
        Emit(
            before,
            VirDomainEventType.VIR_DOMAIN_EVENT_UNDEFINED,
            (int)VirDomainEventUndefinedDetailType.VIR_DOMAIN_EVENT_UNDEFINED_RENAMED);
        Emit(
            after,
            VirDomainEventType.VIR_DOMAIN_EVENT_DEFINED,
            (int)VirDomainEventDefinedDetailType.VIR_DOMAIN_EVENT_DEFINED_RENAMED);
    }

    /// <summary>Decides whether a domain starts with the daemon.</summary>
    public async ValueTask SetAutostartAsync(
        DomainObject domain, bool autostart, string api, CancellationToken cancellation)
    {
        using var job = await BeginJobAsync(domain, DomainJobKind.Modify, api, cancellation);
        var now = domain.Current;
        if (!now.IsPersistent)
            throw DomainErrors.Invalid("cannot set autostart for transient domain");
        if (now.Autostart == autostart)
            return;
        Configs.SetAutostart(now.Name, autostart);
        domain.Publish(s => s with { Autostart = autostart });
    }

    private static void RefuseBoth(
        VirDomainUndefineFlagsValues flags, VirDomainUndefineFlagsValues delete,
        VirDomainUndefineFlagsValues keep, string what)
    {
        if (flags.HasFlag(delete) && flags.HasFlag(keep))
            throw DomainErrors.Invalid($"cannot both keep and delete {what}");
    }

    private static void Remove(string path, string complaint)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
                VirErrorDomain.VIR_FROM_QEMU,
                $"{complaint}: {path}: {cause.Message}",
                cause);
        }
    }
}
