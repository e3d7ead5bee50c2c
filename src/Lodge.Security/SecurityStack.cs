using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Security.Files;

namespace Lodge.Security;

/// <summary>All security drivers of the host, as one: what is asked of it is asked of each.</summary>
/// <param name="drivers">The drivers, the host's first one first; none where guests run as the daemon's own
/// user.</param>
public sealed class SecurityStack(IReadOnlyList<ISecurityDriver> drivers)
{
    /// <summary>A host that keeps nothing apart: a user's own daemon.</summary>
    public static SecurityStack None { get; } = new([]);

    /// <summary>The drivers.</summary>
    public IReadOnlyList<ISecurityDriver> Drivers => drivers;

    /// <summary>Gives a guest that is about to start its label of each driver.</summary>
    /// <param name="guest">The guest's live definition.</param>
    /// <exception cref="VirException">A label that is asked for is none; VIR_ERR_CONFIG_UNSUPPORTED where no driver has
    /// its model.</exception>
    public void GenerateLabels(DomainDefinition guest)
    {
        ArgumentNullException.ThrowIfNull(guest);
        foreach (var label in guest.SecurityLabels)
        {
            if (label.Model is { } model and not "none" && !drivers.Any(driver => driver.Model == model))
            {
                throw new VirException(
                    VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED,
                    VirErrorDomain.VIR_FROM_SECURITY,
                    $"Unable to find security driver for model {model}");
            }
        }

        foreach (var driver in drivers)
        {
            driver.GenerateLabel(guest);
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
}
