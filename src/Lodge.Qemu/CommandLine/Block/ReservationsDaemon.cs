namespace Lodge.Qemu.CommandLine.Block;

/// <summary>The daemon that makes SCSI reservations for a guest's disks (<c>qemu-pr-helper</c>).</summary>
internal static class ReservationsDaemon
{
    public const string ManagedAlias = "pr-helper0";

    /// <summary>Its socket, where it runs for this guest alone.</summary>
    public static string SocketPath(GuestDirectories directories) =>
        Path.Combine(directories.Library, ManagedAlias + ".sock");

    /// <summary>QEMU's object that speaks to it.</summary>
    public static QemuProperties ManagedObject(GuestDirectories directories) =>
        QemuProperties.Object("pr-manager-helper", ManagedAlias).Add("path", SocketPath(directories));
}
