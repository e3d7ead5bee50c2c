using Lodge.Model.Domain;
using Lodge.Qemu.Secrets;

namespace Lodge.Qemu.Preparation;

/// <summary>
/// Sees that every passphrase a guest needs can be had, before anything on the host is changed for it.
/// </summary>
internal static class SecretCheck
{
    public static void Run(DomainDefinition definition, ISecretStore secrets)
    {
        foreach (var disk in definition.Disks.AsEnumerable().Reverse())
        {
            Run(disk, secrets);
        }

        foreach (var device in definition.Hostdevs)
        {
            if (device.Scsi?.IscsiAuth is { } auth) Find(SecretUsage.Iscsi, auth.Secret, secrets);
        }
    }

    /// <summary>Sees to one disk's.</summary>
    public static void Run(Disk disk, ISecretStore secrets)
    {
        for (var image = disk.Source; image is { IsEmpty: false }; image = image.Backing)
        {
            Check(image, secrets);
        }
    }

    private static void Check(StorageSource image, ISecretStore secrets)
    {
        if (image.Auth is { } auth)
        {
            var isCeph = image.Network?.Protocol == StorageProtocol.Rbd;
            Find(isCeph ? SecretUsage.Ceph : SecretUsage.Iscsi, auth.Secret, secrets);
        }

        if (image.Encryption is { Secrets: [var first, ..] }) Find(SecretUsage.Volume, first, secrets);
    }

    private static void Find(SecretUsage usage, SecretReference reference, ISecretStore secrets) =>
        secrets.Find(usage, reference.Uuid, reference.Usage);
}
