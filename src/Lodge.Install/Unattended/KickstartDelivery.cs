using Lodge.Install.Unattended.Kickstart;
using Lodge.Install.Unattended.Serving;

namespace Lodge.Install.Unattended;

/// <summary>Ways for an installer to come by its kickstart.</summary>
/// <remarks>Source: Anaconda's documentation, "Boot options": <c>inst.ks</c>; <c>ks</c> before RHEL 7.</remarks>
public static class KickstartDelivery
{
    private const string Name = "ks.cfg";

    /// <summary>In the root of the installer's first file system: for a kernel that we start.</summary>
    public static UnattendedPlan InInitrd(ReadOnlyMemory<byte> kickstart, KickstartVersion version) => new()
    {
        InitrdFiles = [new SeedFile(Name, kickstart)],
        KernelArguments = $"{Argument(version)}=file:/{Name}",
    };

    /// <summary>
    /// On a disk labelled <c>OEMDRV</c>, where RHEL 7 and later look by themselves: for an ISO that starts itself.
    /// RHEL 6 has to be told by the argument, which is harmless to the others.
    /// </summary>
    public static UnattendedPlan OnDisk(ReadOnlyMemory<byte> kickstart, KickstartVersion version) => new()
    {
        Disk = new SeedDisk(SeedDisk.Anaconda, [new SeedFile(Name, kickstart)]),
        KernelArguments = $"{Argument(version)}=hd:LABEL={SeedDisk.Anaconda}:/{Name}",
    };

    /// <summary>The file as a server gives it.</summary>
    public static SeedFile ToServe(ReadOnlyMemory<byte> kickstart) => new(Name, kickstart);

    /// <summary>From a server on the guest's own network.</summary>
    public static UnattendedPlan From(KickstartServer server, KickstartVersion version)
    {
        ArgumentNullException.ThrowIfNull(server);
        return new UnattendedPlan { KernelArguments = $"{Argument(version)}={server.Url}" };
    }

    private static string Argument(KickstartVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return version is { IsRhel: true, Number: 6 } ? "ks" : "inst.ks";
    }
}
