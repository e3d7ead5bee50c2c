using Lodge.Model.Domain;

namespace Lodge.Qemu.Preparation;

/// <summary>Lets guests reach the files they use, and takes them back: owners and labels.</summary>
public interface IGuestFileAccess
{
    /// <summary>Lets a guest reach the files of a device that is plugged in.</summary>
    /// <param name="guest">The guest's live definition.</param>
    /// <param name="device">The device.</param>
    /// <param name="onUndo">Takes what undoes each change, the moment it is made.</param>
    /// <exception cref="Protocol.Errors.VirException">A file is not there, or another guest needs it
    /// otherwise.</exception>
    void Grant(DomainDefinition guest, Device device, Action<Action> onUndo);

    /// <summary>Takes back the files of a device that was plugged out.</summary>
    /// <param name="guest">The guest's live definition.</param>
    /// <param name="device">The device.</param>
    void Revoke(DomainDefinition guest, Device device);

    /// <summary>Lets a guest reach an image and all below it.</summary>
    /// <param name="guest">The guest's live definition.</param>
    /// <param name="image">The image.</param>
    /// <param name="onUndo">Takes what undoes each change, the moment it is made.</param>
    void GrantImage(DomainDefinition guest, StorageSource image, Action<Action> onUndo);

    /// <summary>Takes back an image that a guest does not use any more.</summary>
    /// <param name="guest">The guest's live definition.</param>
    /// <param name="image">The image.</param>
    void RevokeImage(DomainDefinition guest, StorageSource image);

    /// <summary>Has an image that is laid over another go back, in the end, to whom the other belonged.</summary>
    /// <param name="below">The image that was the top one.</param>
    /// <param name="above">The image that is.</param>
    void PassOn(StorageSource below, StorageSource above);
}
