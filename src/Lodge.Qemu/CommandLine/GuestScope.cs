using Lodge.Model.Domain;
using Lodge.Qemu.Probing;

namespace Lodge.Qemu.CommandLine;

/// <summary>
/// Everything a device's properties follow from: the same for a command line and for a running guest.
/// </summary>
/// <param name="Definition">The guest, complete: every device has its alias and address.</param>
/// <param name="Capabilities">What its QEMU can do.</param>
/// <param name="Context">The host's part.</param>
internal sealed record GuestScope(
    DomainDefinition Definition, QemuCapabilities Capabilities, CommandLineContext Context)
{
    /// <summary>The controller of a kind and number.</summary>
    public Controller FindController(ControllerType type, uint index) =>
        Definition.Controllers.FirstOrDefault(one => one.Type == type && one.Index == index)
        ?? throw ConfigurationError.Internal(
            $"Could not find {type.ToXml()} controller with index {index} required for device");

    /// <summary>QEMU's name of the controller of a kind and number.</summary>
    public string FindControllerAlias(ControllerType type, uint index) =>
        FindController(type, index).Alias ?? throw ConfigurationError.Internal(
            $"Device alias was not set for {type.ToXml()} controller with index {index} ");
}
