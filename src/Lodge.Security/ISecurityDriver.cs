using Lodge.Model.Domain;
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

    /// <summary>Fills in the label of a guest that is about to start.</summary>
    /// <param name="guest">The guest, in whose <see cref="DomainDefinition.SecurityLabels"/> the label is found or
    /// put.</param>
    /// <exception cref="Protocol.Errors.VirException">The label that is asked for is none.</exception>
    void GenerateLabel(DomainDefinition guest);

    /// <summary>Lets a guest reach a file.</summary>
    /// <returns>Whether something was set that <see cref="RestoreFile"/> takes back.</returns>
    /// <exception cref="Protocol.Errors.VirException">The file is not there, or another guest needs it
    /// otherwise.</exception>
    bool SetFile(DomainDefinition guest, GuestFile file);

    /// <summary>
    /// Takes back what <see cref="SetFile"/> did, once the last guest that uses the file lets go of it.
    /// </summary>
    /// <exception cref="Protocol.Errors.VirException">The file system refused.</exception>
    void RestoreFile(DomainDefinition guest, GuestFile file);
}
