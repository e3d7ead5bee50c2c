namespace Lodge.Security;

/// <summary>AppArmor of the host, with which Lodge confines nothing; it may confine what runs on the host.</summary>
public static class AppArmor
{
    private const string Switch = "/sys/module/apparmor/parameters/enabled";
    private const string OwnProfile = "/proc/self/attr/apparmor/current";
    private const string Unconfined = "unconfined";

    /// <summary>Whether the kernel has it, and has it switched on.</summary>
    public static bool IsEnabled => Read(Switch) is ['Y', ..];

    /// <summary>The profile that this program, and so whatever it starts, is confined by; null where by none.</summary>
    public static string? Profile => IsEnabled && Read(OwnProfile) is { Length: > 0 } profile && profile != Unconfined
        ? profile
        : null;

    private static string? Read(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path).Trim() : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
