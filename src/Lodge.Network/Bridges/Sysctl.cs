using Lodge.Host;
using Lodge.Protocol.Errors;

namespace Lodge.Network.Bridges;

/// <summary>Settings of the kernel's network.</summary>
internal static class Sysctl
{
    private const string Root = "/proc/sys/net/";

    /// <summary>Whether there is such a setting.</summary>
    public static bool Exists(string name) => File.Exists(Root + name);

    /// <summary>Reads one; null where there is none.</summary>
    public static string? Read(string name) => Exists(name) ? File.ReadAllText(Root + name).Trim() : null;

    /// <summary>Sets one, and says how to take it back.</summary>
    /// <exception cref="VirException">The kernel refuses (<c>VIR_ERR_SYSTEM_ERROR</c>).</exception>
    public static void Set(string name, string value, string failure, Undo undo)
    {
        try
        {
            var before = Read(name);
            if (before == value) return;
            File.WriteAllText(Root + name, value + "\n");
            if (before is not null) undo.Add(() => File.WriteAllText(Root + name, before + "\n"));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw NetworkFailure.Of(
                VirErrorNumber.VIR_ERR_SYSTEM_ERROR, $"{failure}: {refused.Message}", refused);
        }
    }
}
