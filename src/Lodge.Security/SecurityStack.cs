using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Security.Files;

namespace Lodge.Security;

/// <summary>All security drivers of the host, as one: what is asked of it is asked of each.</summary>
/// <param name="drivers">The drivers, the host's first one first; none where guests run as the daemon's own
/// user.</param>
/// <param name="rules">Which guests must be kept apart; all that do not say otherwise, where null.</param>
public sealed class SecurityStack(IReadOnlyList<ISecurityDriver> drivers, ConfinementRules? rules = null)
{
    private const string NoModel = "none";
    private readonly ConfinementRules _rules = rules ?? new ConfinementRules();

    /// <summary>A host that keeps nothing apart: a user's own daemon.</summary>
    public static SecurityStack None { get; } = new([]);

    /// <summary>The drivers.</summary>
    public IReadOnlyList<ISecurityDriver> Drivers => drivers;

    /// <summary>The driver of labels, which a client is told of first; null where the host has owners alone.</summary>
    public ISecurityDriver? Primary => drivers.FirstOrDefault(static driver => driver is not Dac.DacDriver);

    /// <summary>The name of the host's first model: <c>selinux</c>, or <c>none</c>.</summary>
    public string PrimaryModel => Primary?.Model ?? NoModel;

    /// <summary>Gives a guest that is about to start its label of each driver.</summary>
    /// <param name="guest">The guest's live definition.</param>
    /// <exception cref="VirException">A label that is asked for is none; VIR_ERR_CONFIG_UNSUPPORTED where no driver has
    /// its model.</exception>
    public void GenerateLabels(DomainDefinition guest)
    {
        ArgumentNullException.ThrowIfNull(guest);
        foreach (var label in guest.SecurityLabels)
        {
            if (label.Model is { } model and not NoModel && !drivers.Any(driver => driver.Model == model))
            {
                throw new VirException(
                    VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED,
                    VirErrorDomain.VIR_FROM_SECURITY,
                    $"Unable to find security driver for model {model}");
            }
        }

        try
        {
            foreach (var driver in drivers)
            {
                driver.Verify(guest);
                Generate(driver, guest);
            }
        }
        catch
        {
            ReleaseLabels(guest);
            throw;
        }
    }

    /// <summary>Keeps the labels of a guest that runs already from being given to others.</summary>
    /// <param name="guest">The guest's live definition.</param>
    /// <exception cref="VirException">Another guest has one of them.</exception>
    public void ReserveLabels(DomainDefinition guest)
    {
        foreach (var driver in drivers)
        {
            driver.ReserveLabel(guest);
        }
    }

    /// <summary>Lets others have the labels of a guest that has ended.</summary>
    /// <param name="guest">The guest's live definition.</param>
    public void ReleaseLabels(DomainDefinition guest)
    {
        foreach (var driver in drivers)
        {
            driver.ReleaseLabel(guest);
        }
    }

    /// <summary>Lets a guest reach all its files, which are there by now.</summary>
    /// <param name="guest">The guest's live definition.</param>
    /// <param name="onUndo">Takes what undoes each change, the moment it is made.</param>
    /// <exception cref="VirException">A file is not there, or another guest needs it otherwise.</exception>
    public void SetAll(DomainDefinition guest, Action<Action> onUndo) => Set(guest, FilesOfGuest.All(guest), onUndo);

    /// <summary>Lets a guest reach some files: those of a device that is plugged in.</summary>
    /// <param name="guest">The guest's live definition.</param>
    /// <param name="files">The files.</param>
    /// <param name="onUndo">Takes what undoes each change, the moment it is made.</param>
    /// <exception cref="VirException">A file is not there, or another guest needs it otherwise.</exception>
    public void Set(DomainDefinition guest, IEnumerable<GuestFile> files, Action<Action> onUndo)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(onUndo);
        if (drivers.Count == 0)
        {
            return;
        }

        foreach (var file in files)
        {
            foreach (var driver in drivers)
            {
                if (driver.SetFile(guest, file))
                {
                    onUndo(() => driver.RestoreFile(guest, file));
                }
            }
        }
    }

    /// <summary>Takes back what a guest had of all its files, when it has ended.</summary>
    /// <param name="guest">The guest's live definition, as it was at its end.</param>
    /// <param name="onFailure">Told of a file that could not be given back; the others are all the same.</param>
    public void RestoreAll(DomainDefinition guest, Action<Exception> onFailure) =>
        Restore(guest, FilesOfGuest.All(guest), onFailure);

    /// <summary>Takes back what a guest had of some files: those of a device that is plugged out.</summary>
    /// <param name="guest">The guest's live definition.</param>
    /// <param name="files">The files.</param>
    /// <param name="onFailure">Told of a file that could not be given back; the others are all the same.</param>
    public void Restore(DomainDefinition guest, IEnumerable<GuestFile> files, Action<Exception> onFailure)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(onFailure);
        if (drivers.Count == 0)
        {
            return;
        }

        foreach (var file in files)
        {
            foreach (var driver in drivers)
            {
                try
                {
                    driver.RestoreFile(guest, file);
                }
                catch (Exception failure) when (failure is VirException or IOException)
                {
                    onFailure(failure);
                }
            }
        }
    }

    private void Generate(ISecurityDriver driver, DomainDefinition guest)
    {
        var found = guest.SecurityLabels.Find(one => one.Model == driver.Model);
        if (found is null && !_rules.IsDefault)
        {
            return;
        }

        var label = found ?? new SecurityLabel { Model = driver.Model, IsImplicit = true };
        if (label.Type == SecurityLabelType.Default)
        {
            label.Type = _rules.IsDefault ? SecurityLabelType.Dynamic : SecurityLabelType.None;
            label.Relabel = _rules.IsDefault;
        }

        if (label.Type == SecurityLabelType.None && _rules.IsRequired)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED,
                VirErrorDomain.VIR_FROM_SECURITY,
                "Unconfined guests are not allowed on this host");
        }

        if (found is null)
        {
            guest.SecurityLabels.Add(label);
        }

        driver.GenerateLabel(guest);
    }
}
