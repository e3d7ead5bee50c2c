namespace Lodge.Host.Facts;

/// <summary>Who the host is: its name and its UUID.</summary>
public static class HostIdentity
{
    /// <summary>The host's name, fully qualified where the kernel's own is.</summary>
    public static string Name => Environment.MachineName;

    /// <summary>
    /// The UUID that the firmware gives the machine, as libvirt reads it; null where there is none, or one that says
    /// nothing (all digits the same).
    /// </summary>
    public static Guid? FirmwareUuid(HostFiles files)
    {
        string[] paths = ["/sys/devices/virtual/dmi/id/product_uuid", "/sys/class/dmi/id/product_uuid"];
        foreach (var path in paths)
        {
            if (Guid.TryParseExact(files.Text(path).AsSpan().Trim(), "D", out var uuid) && IsTelling(uuid))
            {
                return uuid;
            }
        }

        return null;
    }

    /// <summary>The UUID of /etc/machine-id (<c>host_uuid_source = "machine-id"</c>), or null.</summary>
    public static Guid? MachineId(HostFiles files) =>
        Guid.TryParseExact(files.Text("/etc/machine-id").AsSpan().Trim(), "N", out var uuid)
            && IsTelling(uuid) ? uuid : null;

    private static bool IsTelling(Guid uuid) => uuid.ToString("N").Distinct().Take(2).Count() == 2;
}
