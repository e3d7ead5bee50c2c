using Lodge.Model.Capabilities;
using Lodge.Model.Domain;
using Lodge.Security;

namespace Lodge.Daemon.Domains.Lifecycle;

internal sealed partial class GuestConfinement
{
    /// <summary>The host's first model, and how it is to be read.</summary>
    public (string Model, string Interpretation) Model =>
        (_stack.PrimaryModel, _stack.Primary?.DomainOfInterpretation ?? "0");

    /// <summary>The models as the host's capabilities show them: the first one, though it be <c>none</c>, then
    /// owners.</summary>
    public IReadOnlyList<CapabilitiesSecurityModel> Models()
    {
        var models = _stack.Drivers.Select(static driver => new CapabilitiesSecurityModel(
            driver.Model,
            [("kvm", driver.BaseLabel(isEmulated: false)), ("qemu", driver.BaseLabel(isEmulated: true))]));
        return _stack.Primary is null
            ? [new CapabilitiesSecurityModel(_stack.PrimaryModel, []), .. models]
            : [.. models];
    }

    /// <summary>The labels of a guest that runs, the host's first model first; an empty one where that is
    /// <c>none</c>.</summary>
    /// <exception cref="Protocol.Errors.VirException">VIR_ERR_SYSTEM_ERROR: its process is gone.</exception>
    public IReadOnlyList<ProcessLabel> LabelsOf(DomainDefinition guest, int processId)
    {
        var labels = _stack.Drivers.Select(driver => driver.LabelOfProcess(guest, processId));
        return _stack.Primary is null ? [new ProcessLabel("", IsEnforcing: false), .. labels] : [.. labels];
    }
}
