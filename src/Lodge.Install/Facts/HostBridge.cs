using System.Globalization;

namespace Lodge.Install.Facts;

/// <summary>The bridge by which this machine reaches others.</summary>
internal static class HostBridge
{
    private const string Routes = "/proc/net/route";

    /// <summary>The device of the default route where it is a bridge; null where it is none.</summary>
    public static string? OfDefaultRoute()
    {
        try
        {
            var device = File.ReadLines(Routes).Skip(1).Select(line => line.Split('\t', StringSplitOptions.TrimEntries))
                .FirstOrDefault(route => route.Length > 2
                    && uint.TryParse(route[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var target)
                    && target == 0)?[0];
            return device is not null && Directory.Exists($"/sys/class/net/{device}/bridge") ? device : null;
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }
}
