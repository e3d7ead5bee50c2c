using System.Globalization;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Security.Files;
using Lodge.Security.Native;
using Lodge.Security.Remembering;

namespace Lodge.Security.Dac;

/// <summary>
/// Discretionary access control: guests run as an account without rights, and own what they use while they use it.
/// </summary>
/// <remarks>
/// Source: libvirt's <c>security_dac.c</c>; the attributes are the same, so that both may serve one host.
/// </remarks>
/// <param name="settings">Which account, and what may be given away.</param>
public sealed class DacDriver(DacSettings settings) : ISecurityDriver
{
    /// <summary>The driver's name in XML.</summary>
    public const string Name = "dac";

    /// <inheritdoc/>
    public string Model => Name;

    /// <inheritdoc/>
    public string DomainOfInterpretation => "0";

    /// <summary>The account that guests run as unless they name another.</summary>
    public Ownership Account => settings.Account;

    /// <summary>The account that a guest's QEMU runs as.</summary>
    /// <param name="guest">The guest, with its label generated.</param>
    /// <exception cref="VirException">VIR_ERR_INVALID_ARG: its static label names nobody.</exception>
    public Ownership ProcessOwner(DomainDefinition guest) =>
        LabelOf(guest)?.Label is { } label ? Ownership.Parse(label) : settings.Account;

    /// <inheritdoc/>
    public void GenerateLabel(DomainDefinition guest)
    {
        ArgumentNullException.ThrowIfNull(guest);
        var label = LabelOf(guest);
        if (label is null)
        {
            label = new SecurityLabel { Model = Name, IsImplicit = true };
            guest.SecurityLabels.Add(label);
        }

        switch (label.Type)
        {
            case SecurityLabelType.None:
                return;
            case SecurityLabelType.Static when label.Label is null:
                throw Refused(
                    VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
                    $"missing label for static security driver in domain {guest.Name}");
            case SecurityLabelType.Static:
                _ = Ownership.Parse(label.Label);
                break;
            default:
                label.Label = settings.Account.ToString();
                break;
        }

        label.ImageLabel = label.Relabel ? label.Label : null;
    }

    /// <inheritdoc/>
    public string BaseLabel(bool isEmulated) => settings.Account.ToString();

    /// <inheritdoc/>
    public void Verify(DomainDefinition guest)
    {
        // A static label is looked at where it is used: what it names may come to be until then.
    }

    /// <inheritdoc/>
    public void ReserveLabel(DomainDefinition guest)
    {
        // Guests may share an owner.
    }

    /// <inheritdoc/>
    public void ReleaseLabel(DomainDefinition guest)
    {
        // As with reserving.
    }

    /// <inheritdoc/>
    public ProcessLabel LabelOfProcess(DomainDefinition guest, int processId)
    {
        ArgumentNullException.ThrowIfNull(guest);
        if (LabelOf(guest) is { } label)
        {
            return new ProcessLabel(label.Label ?? "", IsEnforcing: false);
        }

        using var process = OpenedFile.Find(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}"));
        var (uid, gid, _) = process.Status();
        return new ProcessLabel(new Ownership(uid, gid).ToString(), IsEnforcing: false);
    }

    /// <inheritdoc/>
    public bool SetFile(DomainDefinition guest, GuestFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (OwnerFor(guest, file) is not { } owner)
        {
            return false;
        }

        using var opened = OpenedFile.Find(file.Path);
        if (!Remembers(file))
        {
            Give(opened, owner);
            return !file.IsShared;
        }

        var (uid, gid, holdsData) = opened.Status();
        using var locked = MetadataLock.Take(opened, holdsData);
        var users = RememberedLabel.Add(opened, Name, new Ownership(uid, gid).ToString());
        try
        {
            // Whoever uses the file already must not lose it.
            if (users > 1 && owner != new Ownership(uid, gid))
            {
                throw Refused(
                    VirErrorNumber.VIR_ERR_OPERATION_INVALID,
                    $"Setting different DAC user or group on {file.Path} which is already in use");
            }

            Give(opened, owner);
        }
        catch
        {
            _ = RememberedLabel.Take(opened, Name, out _);
            throw;
        }

        return true;
    }

    /// <inheritdoc/>
    public void RestoreFile(DomainDefinition guest, GuestFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.IsShared || file.VanishesWithGuest || OwnerFor(guest, file) is null)
        {
            return;
        }

        using var opened = OpenedFile.TryFind(file.Path);
        if (opened is null)
        {
            return;
        }

        var root = new Ownership(0, 0);
        if (!Remembers(file))
        {
            Give(opened, root);
            return;
        }

        using var locked = MetadataLock.Take(opened, opened.Status().HoldsData);
        switch (RememberedLabel.Take(opened, Name, out var before))
        {
            case Recollection.Last:
                Give(opened, Ownership.Parse(before!));
                break;
            case Recollection.Unsupported:
                Give(opened, root);
                break;
        }
    }

    /// <inheritdoc/>
    public void MoveMemory(string from, string to)
    {
        if (settings.DynamicOwnership && settings.RememberOwner)
        {
            RememberedLabel.Move(from, to, Name);
        }
    }

    private static SecurityLabel? LabelOf(DomainDefinition guest) =>
        guest.SecurityLabels.Find(label => label.Model == Name);

    private static void Give(OpenedFile file, Ownership owner)
    {
        var (uid, gid, _) = file.Status();
        if (owner == new Ownership(uid, gid))
        {
            return;
        }

        var error = file.ChangeOwner(owner.UserId, owner.GroupId);

        // What cannot have owners, or is not ours to give, may be open to the guest all the same: QEMU will tell.
        if (error is not (0 or LibC.EOPNOTSUPP or LibC.EINVAL or LibC.EPERM or LibC.EROFS))
        {
            throw OpenedFile.SystemError(
                error, $"unable to set user and group to '{owner.UserId}:{owner.GroupId}' on '{file.Path}'");
        }
    }

    private static VirException Refused(VirErrorNumber code, string detail) =>
        new(code, VirErrorDomain.VIR_FROM_SECURITY, detail);

    private bool Remembers(GuestFile file) => settings.RememberOwner && !file.IsShared && !file.VanishesWithGuest
        && file.Kind is not (GuestFileKind.VfioGroup or GuestFileKind.Tpm or GuestFileKind.Private);

    /// <summary>Whom a file is to belong to; null where it stays as it is.</summary>
    private Ownership? OwnerFor(DomainDefinition guest, GuestFile file)
    {
        var label = LabelOf(guest);
        if (file.KeepsOwner)
        {
            return null;
        }

        if (file.Kind == GuestFileKind.Private)
        {
            return ProcessOwner(guest);
        }

        if (!settings.DynamicOwnership || label is { Relabel: false })
        {
            return null;
        }

        if (file.LabelFor(Name) is { } own)
        {
            return own.Relabel ? Ownership.Parse(own.Label!) : null;
        }

        var isImage = file.Kind is GuestFileKind.Image or GuestFileKind.Boot or GuestFileKind.Memory;
        return (isImage ? label?.ImageLabel : label?.Label) is { } text ? Ownership.Parse(text) : settings.Account;
    }
}
