using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Security.Files;
using Lodge.Security.Native;
using Lodge.Security.Remembering;

namespace Lodge.Security.Selinux;

public sealed partial class SelinuxDriver
{
    /// <inheritdoc/>
    public bool SetFile(DomainDefinition guest, GuestFile file)
    {
        ArgumentNullException.ThrowIfNull(guest);
        ArgumentNullException.ThrowIfNull(file);
        if (LabelFor(guest, file) is not { } label)
        {
            return false;
        }

        using var opened = OpenedFile.Find(file.Path);
        if (!Remembers(file))
        {
            return Give(opened, label) && !file.IsShared;
        }

        using var locked = MetadataLock.Take(opened, opened.Status().HoldsData);
        var (before, error) = _selinux.FileContext(opened.Link);
        if (before is null)
        {
            return error is LibC.EOPNOTSUPP or LibC.ENODATA
                ? Give(opened, label)
                : throw OpenedFile.SystemError(error, $"unable to get SELinux context of {file.Path}");
        }

        var users = RememberedLabel.Add(opened, Name, before);
        var isGiven = false;
        try
        {
            // Whoever uses the file already must not lose it.
            if (users > 1 && before != label)
            {
                throw SelinuxErrors.With(
                    VirErrorNumber.VIR_ERR_OPERATION_INVALID,
                    $"Setting different SELinux label on {file.Path} which is already in use");
            }

            isGiven = Give(opened, label);
        }
        finally
        {
            if (!isGiven)
            {
                _ = RememberedLabel.Take(opened, Name, out _);
            }
        }

        return isGiven;
    }

    /// <inheritdoc/>
    public void RestoreFile(DomainDefinition guest, GuestFile file)
    {
        ArgumentNullException.ThrowIfNull(guest);
        ArgumentNullException.ThrowIfNull(file);
        if (file.IsShared || file.VanishesWithGuest
            || file.Kind is GuestFileKind.Private or GuestFileKind.SavedState
            || LabelFor(guest, file) is null)
        {
            return;
        }

        using var opened = OpenedFile.TryFind(file.Path);
        if (opened is null)
        {
            return;
        }

        if (!Remembers(file))
        {
            GiveDefault(opened);
            return;
        }

        using var locked = MetadataLock.Take(opened, opened.Status().HoldsData);
        switch (RememberedLabel.Take(opened, Name, out var before))
        {
            case Recollection.Last:
                Give(opened, before!);
                break;
            case Recollection.Unsupported:
                GiveDefault(opened);
                break;
        }
    }

    /// <inheritdoc/>
    public void MoveMemory(string from, string to)
    {
        if (_settings.RememberOwner)
        {
            RememberedLabel.Move(from, to, Name);
        }
    }

    /// <summary>The label that a file gets; null where it stays as it is.</summary>
    private string? LabelFor(DomainDefinition guest, GuestFile file)
    {
        if (LabelOf(guest) is not { Relabel: true } label)
        {
            return null;
        }

        if (file.LabelFor(Name) is { } own)
        {
            return own.Relabel ? own.Label : null;
        }

        return file switch
        {
            { Kind: GuestFileKind.Boot or GuestFileKind.SavedState } or { IsBacking: true } => _contexts.Content,
            { IsShareable: true } => _contexts.Image,
            { IsReadonly: true } => _contexts.Content,
            _ => label.ImageLabel,
        };
    }

    private bool Remembers(GuestFile file) => _settings.RememberOwner && !file.IsShared && !file.VanishesWithGuest
        && file.Kind is not (GuestFileKind.VfioGroup or GuestFileKind.Tpm or GuestFileKind.Private
            or GuestFileKind.SavedState);

    /// <summary>Sets a label.</summary>
    /// <returns>Whether it is set; where the file system has no labels the guest may reach the file all the same, by
    /// a switch of the policy.</returns>
    private bool Give(OpenedFile file, string label)
    {
        var error = _selinux.SetFileContext(file.Link, label);
        if (error == 0)
        {
            return true;
        }

        if (error is not (LibC.EOPNOTSUPP or LibC.EROFS))
        {
            if (_selinux.IsEnforcing)
            {
                throw OpenedFile.SystemError(error, $"unable to set security context '{label}' on '{file.Path}'");
            }

            _settings.OnWarning(
                $"unable to set security context '{label}' on '{file.Path}': {LibC.Describe(error)}");
        }
        else if (_selinux.IsEnforcing && LibC.IsOnNfs(file.Link) && _selinux.Boolean("virt_use_nfs") != true)
        {
            _settings.OnWarning(
                $"Setting security context '{label}' on '{file.Path}' not supported. Consider setting virt_use_nfs");
        }

        return false;
    }

    private void GiveDefault(OpenedFile file)
    {
        // A path that the policy has no label for keeps the one it has, as with libvirt.
        if (_selinux.DefaultContext(file.RealPath, file.Mode()) is { } label)
        {
            Give(file, label);
        }
    }
}
