using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Security.Files;

namespace Lodge.Security;

/// <summary>
/// One way of keeping guests apart: by owners of files (DAC), by labels (SELinux). Drivers stand side by side in a
/// <see cref="SecurityStack"/>; each gives every guest a label of its own and lets that label reach the guest's files.
/// </summary>
public interface ISecurityDriver
{
    /// <summary>Its name in XML, as <c>dac</c> or <c>selinux</c>.</summary>
    string Model { get; }

    /// <summary>Its domain of interpretation, as clients ask for it.</summary>
    string DomainOfInterpretation { get; }

    /// <summary>What guests' labels are made from, as the host's capabilities show it.</summary>
    /// <param name="isEmulated">Whether for guests of type <c>qemu</c>, not <c>kvm</c>.</param>
    string BaseLabel(bool isEmulated);

    /// <summary>Looks at the label that a person gave to a guest.</summary>
    /// <param name="guest">The guest.</param>
    /// <exception cref="VirException">VIR_ERR_XML_ERROR: the host knows no such label.</exception>
    void Verify(DomainDefinition guest);

    /// <summary>Fills in the label of a guest that is about to start.</summary>
    /// <param name="guest">The guest, in whose <see cref="DomainDefinition.SecurityLabels"/> the label is found or
    /// put.</param>
    /// <exception cref="VirException">The label that is asked for is none.</exception>
    void GenerateLabel(DomainDefinition guest);

    /// <summary>Keeps the label of a guest that runs already from being given to another.</summary>
    /// <param name="guest">Its live definition.</param>
    /// <exception cref="VirException">VIR_ERR_INTERNAL_ERROR: another guest has it.</exception>
    void ReserveLabel(DomainDefinition guest);

    /// <summary>Lets others have the label of a guest that has ended.</summary>
    /// <param name="guest">Its live definition.</param>
    void ReleaseLabel(DomainDefinition guest);

    /// <summary>What a guest's process truly runs with.</summary>
    /// <param name="guest">Its live definition.</param>
    /// <param name="processId">The number of its QEMU.</param>
    /// <exception cref="VirException">VIR_ERR_SYSTEM_ERROR: the process is gone.</exception>
    ProcessLabel LabelOfProcess(DomainDefinition guest, int processId);

    /// <summary>Lets a guest reach a file.</summary>
    /// <returns>Whether something was set that <see cref="RestoreFile"/> takes back.</returns>
    /// <exception cref="VirException">The file is not there, or another guest needs it otherwise.</exception>
    bool SetFile(DomainDefinition guest, GuestFile file);

    /// <summary>
    /// Takes back what <see cref="SetFile"/> did, once the last guest that uses the file lets go of it.
    /// </summary>
    /// <exception cref="VirException">The file system refused.</exception>
    void RestoreFile(DomainDefinition guest, GuestFile file);

    /// <summary>Moves what is known of one image to another that takes its place.</summary>
    /// <param name="from">The image that was the top one.</param>
    /// <param name="to">The image that is.</param>
    void MoveMemory(string from, string to);
}
