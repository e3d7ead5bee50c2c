using System.Collections.Immutable;
using Lodge.Daemon.Events;
using Lodge.Model.Domain;
using Lodge.Model.Secret;
using Lodge.Protocol;
using Lodge.Protocol.Constants;

namespace Lodge.Daemon.Secrets;

/// <summary>All secrets: passphrases of disks, TPMs and storage servers. Reads never wait for changes.</summary>
internal sealed partial class SecretDriver : IDisposable
{
    private readonly SecretFolder _folder;
    private readonly Lock _changes = new();
    private ImmutableDictionary<VirUuid, StoredSecret> _secrets;

    /// <summary>A driver over the secrets stored in a folder.</summary>
    public SecretDriver(string path)
    {
        _folder = new SecretFolder(path);
        _secrets = _folder.Load().ToImmutableDictionary(secret => secret.Definition.Uuid);
    }

    /// <summary>Who is told what happens.</summary>
    public ObjectEventHub<VirUuid> Events { get; } = new("secret", (int)VirSecretEventID.VIR_SECRET_EVENT_ID_LAST);

    /// <summary>Every secret, in no order.</summary>
    public IReadOnlyCollection<StoredSecret> All => [.. Volatile.Read(ref _secrets).Values];

    /// <summary>Whether a secret would be lost with the daemon's process.</summary>
    public bool HasEphemeral => Volatile.Read(ref _secrets).Values.Any(secret => secret.Definition.IsEphemeral);

    /// <summary>Finds a secret.</summary>
    /// <exception cref="Protocol.Errors.VirException">There is none (VIR_ERR_NO_SECRET).</exception>
    public StoredSecret Find(VirUuid uuid) =>
        Volatile.Read(ref _secrets).GetValueOrDefault(uuid) ?? throw SecretErrors.NotFound(uuid);

    /// <summary>Finds the secret of a use.</summary>
    /// <exception cref="Protocol.Errors.VirException">There is none (VIR_ERR_NO_SECRET).</exception>
    public StoredSecret Find(SecretUsage usage, string id) =>
        ForUsage(Volatile.Read(ref _secrets), usage, id) ?? throw SecretErrors.NotFound(id);

    /// <summary>Makes a secret, or describes one anew that is there; its value stays.</summary>
    /// <exception cref="Protocol.Errors.VirException">
    /// It contradicts a secret that is there (VIR_ERR_INTERNAL_ERROR), or cannot be stored; nothing is changed then.
    /// </exception>
    public StoredSecret Define(SecretDefinition definition)
    {
        StoredSecret secret;
        lock (_changes)
        {
            var before = _secrets.GetValueOrDefault(definition.Uuid);
            CheckConflict(definition, before);
            secret = new StoredSecret(definition, before?.Value);
            Store(secret, before);
            Volatile.Write(ref _secrets, _secrets.SetItem(definition.Uuid, secret));
            Events.Emit(new SecretLifecycleEvent(
                secret.Wire, VirSecretEventLifecycleType.VIR_SECRET_EVENT_DEFINED));
        }

        return secret;
    }

    /// <summary>Forgets a secret and its value.</summary>
    /// <exception cref="Protocol.Errors.VirException">There is none, or its files cannot be removed.</exception>
    public void Undefine(VirUuid uuid)
    {
        lock (_changes)
        {
            var secret = Find(uuid);
            _folder.Remove(uuid);
            Volatile.Write(ref _secrets, _secrets.Remove(uuid));
            Events.Emit(new SecretLifecycleEvent(
                secret.Wire, VirSecretEventLifecycleType.VIR_SECRET_EVENT_UNDEFINED));
        }
    }

    /// <summary>Gives a secret a value in place of the one it had.</summary>
    /// <exception cref="Protocol.Errors.VirException">There is none, or the value cannot be stored; the old one stays
    /// then.</exception>
    public void SetValue(VirUuid uuid, byte[] value)
    {
        lock (_changes)
        {
            var secret = Find(uuid) with { Value = value };
            if (!secret.Definition.IsEphemeral)
                _folder.WriteValue(uuid, value);
            Volatile.Write(ref _secrets, _secrets.SetItem(uuid, secret));
            Events.Emit(new SecretValueChangedEvent(secret.Wire));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private static StoredSecret? ForUsage(
        ImmutableDictionary<VirUuid, StoredSecret> secrets, SecretUsage usage, string? id) =>
        usage == SecretUsage.None
            ? null
            : secrets.Values.FirstOrDefault(
                secret => secret.Definition.Usage == usage && secret.Definition.UsageId == id);

    private void CheckConflict(SecretDefinition definition, StoredSecret? before)
    {
        if (before is null)
        {
            if (ForUsage(_secrets, definition.Usage, definition.UsageId) is { } other)
            {
                throw SecretErrors.Conflict(
                    $"a secret with UUID {other.Definition.Uuid} already defined for use with {definition.UsageId}");
            }

            return;
        }

        if (before.Definition.UsageId != definition.UsageId)
        {
            throw SecretErrors.Conflict(
                $"a secret with UUID {definition.Uuid} is already defined for use with "
                    + $"{before.Definition.UsageId ?? "(null)"}");
        }

        if (before.Definition.IsPrivate && !definition.IsPrivate)
            throw SecretErrors.Conflict("cannot change private flag on existing secret");
    }

    private void Store(StoredSecret secret, StoredSecret? before)
    {
        var uuid = secret.Definition.Uuid;
        if (secret.Definition.IsEphemeral)
        {
            if (before is { Definition.IsEphemeral: false })
                _folder.Remove(uuid);
            return;
        }

        // A value that lived in memory alone goes to the disk first: without its definition nobody reads it.
        if (before is { Definition.IsEphemeral: true, Value: { } value })
            _folder.WriteValue(uuid, value);
        try
        {
            _folder.WriteDefinition(secret.Definition);
        }
        catch (Protocol.Errors.VirException) when (before is null or { Definition.IsEphemeral: true })
        {
            _folder.Remove(uuid);
            throw;
        }
    }
}
