using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Preparation;

/// <summary>A host whose guests run as the daemon's own user, and reach what it reaches.</summary>
public sealed class OpenFileAccess : IGuestFileAccess
{
    /// <inheritdoc />
    public void Grant(DomainDefinition guest, Device device, Action<Action> onUndo)
    {
    }

    /// <inheritdoc />
    public VirException? Explain(DomainDefinition guest, Device device, VirException failure) => null;

    /// <inheritdoc />
    public void Revoke(DomainDefinition guest, Device device)
    {
    }

    /// <inheritdoc />
    public void GrantImage(DomainDefinition guest, StorageSource image, Action<Action> onUndo)
    {
    }

    /// <inheritdoc />
    public void RevokeImage(DomainDefinition guest, StorageSource image)
    {
    }

    /// <inheritdoc />
    public void GrantState(DomainDefinition guest, string folder, string log, Action<Action> onUndo)
    {
    }

    /// <inheritdoc />
    public void RevokeState(DomainDefinition guest, string folder, string log)
    {
    }

    /// <inheritdoc />
    public IDisposable? LabelPrograms(DomainDefinition guest) => null;

    /// <inheritdoc />
    public IDisposable? LabelSockets(DomainDefinition guest) => null;

    /// <inheritdoc />
    public void PassOn(StorageSource below, StorageSource above)
    {
    }
}
