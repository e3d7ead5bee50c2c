using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Preparation;

/// <summary>Lets guests reach the files they use, and takes them back: owners and labels.</summary>
public interface IGuestFileAccess
{
    /// <summary>Lets a guest reach the files of a device that is plugged in.</summary>
    /// <param name="guest">The guest's live definition.</param>
    /// <param name="device">The device.</param>
    /// <param name="onUndo">Takes what undoes each change, the moment it is made.</param>
    /// <exception cref="VirException">A file is not there, or another guest needs it
    /// otherwise.</exception>
    void Grant(DomainDefinition guest, Device device, Action<Action> onUndo);

    /// <summary>
    /// Finds what keeps a guest from a file of a device that is being plugged in. Asked before anything is taken back,
    /// while the files are as the guest found them.
    /// </summary>
    /// <param name="guest">The guest's live definition.</param>
    /// <param name="device">The device.</param>
    /// <param name="failure">What QEMU refused it with.</param>
    /// <returns>The failure with the reason; null where it was no matter of permission, or nothing is found.</returns>
    VirException? Explain(DomainDefinition guest, Device device, VirException failure);

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

    /// <summary>Lets an emulator that serves a guest reach what it keeps from run to run.</summary>
    /// <param name="guest">The guest's definition, with its labels.</param>
    /// <param name="folder">The folder with its memory; all in it goes with it.</param>
    /// <param name="log">The file that it writes what happens to.</param>
    /// <param name="onUndo">Takes what undoes each change, the moment it is made.</param>
    void GrantState(DomainDefinition guest, string folder, string log, Action<Action> onUndo);

    /// <summary>Takes back what <see cref="GrantState"/> gave.</summary>
    /// <param name="guest">The guest's definition, as it was at its end.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="log">The log.</param>
    void RevokeState(DomainDefinition guest, string folder, string log);

    /// <summary>
    /// Has programs that this thread starts, until the answer is disposed of, run with a guest's label. Nothing may be
    /// awaited in between.
    /// </summary>
    /// <param name="guest">The guest's definition, with its labels.</param>
    IDisposable? LabelPrograms(DomainDefinition guest);

    /// <summary>As <see cref="LabelPrograms"/>, for sockets that this thread makes for the guest.</summary>
    /// <param name="guest">The guest's definition, with its labels.</param>
    IDisposable? LabelSockets(DomainDefinition guest);

    /// <summary>Has an image that is laid over another go back, in the end, to whom the other belonged.</summary>
    /// <param name="below">The image that was the top one.</param>
    /// <param name="above">The image that is.</param>
    void PassOn(StorageSource below, StorageSource above);
}
