namespace Lodge.Install.Unattended.Scripts;

/// <summary>Where this machine is, for a guest that is to be there too.</summary>
internal static class HostLocale
{
    private const string LocalTime = "/etc/localtime";
    private const string Zones = "zoneinfo/";

    /// <summary>The time zone (<c>Europe/Berlin</c>); null where it cannot be told.</summary>
    public static string? TimeZone()
    {
        try
        {
            var target = File.ResolveLinkTarget(LocalTime, returnFinalTarget: true)?.FullName;
            var at = target?.IndexOf(Zones, StringComparison.Ordinal) ?? -1;
            return at < 0 ? null : target![(at + Zones.Length)..];
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>The language (<c>de_DE</c>); null for that of the C library.</summary>
    public static string? Language()
    {
        foreach (var name in (string[])["LC_ALL", "LC_CTYPE", "LANG"])
        {
            if (Environment.GetEnvironmentVariable(name) is not { Length: > 0 } value) continue;
            var language = value.Split('.', '@')[0];
            return language is "C" or "POSIX" ? null : language;
        }

        return null;
    }
}
