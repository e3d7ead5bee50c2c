using System.Text;
using Lodge.Storage.Native;

namespace Lodge.Storage.Backends.Folders;

/// <summary>What is mounted on this host, as the kernel tells it.</summary>
/// <remarks>Source: fstab(5): blanks in names are written as octal numbers.</remarks>
internal static class MountTable
{
    private const string Mounts = "/proc/self/mounts";

    /// <summary>Whether a source is mounted at a folder.</summary>
    public static bool Holds(string source, string folder)
    {
        var (realSource, realFolder) = (RealPath.Of(source), RealPath.Of(folder));
        foreach (var line in File.ReadLines(Mounts))
        {
            var fields = line.Split(' ', 3);
            if (fields.Length == 3
                && IsSame(Unescape(fields[1]), folder, realFolder) && IsSame(Unescape(fields[0]), source, realSource))
                return true;
        }

        return false;
    }

    /// <summary>Brings back the blanks and backslashes of a name.</summary>
    internal static string Unescape(string field)
    {
        if (!field.Contains('\\', StringComparison.Ordinal))
            return field;
        var text = new StringBuilder(field.Length);
        for (var index = 0; index < field.Length; index++)
        {
            var isEscape = field[index] == '\\' && index + 3 < field.Length
                && !field.AsSpan(index + 1, 3).ContainsAnyExceptInRange('0', '7');
            if (!isEscape)
            {
                text.Append(field[index]);
                continue;
            }

            text.Append((char)Convert.ToInt32(field.Substring(index + 1, 3), 8));
            index += 3;
        }

        return text.ToString();
    }

    private static bool IsSame(string mounted, string asked, string real) =>
        mounted == asked || mounted == real || RealPath.Of(mounted) == real;
}
