using System.Text;

namespace Lodge.Model.Storage;

/// <summary>Paths as libvirt stores them (<c>virFileSanitizePath</c>).</summary>
public static class StoragePath
{
    /// <summary>Takes out doubled and trailing slashes; two leading ones have a meaning in POSIX and stay.</summary>
    public static string Sanitize(string path)
    {
        var scheme = path.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0 && path.IndexOf('/', StringComparison.Ordinal) > scheme)
        {
            return path;
        }

        var clean = new StringBuilder(path.Length);
        var index = 0;
        if (path.StartsWith("//", StringComparison.Ordinal) && !path.StartsWith("///", StringComparison.Ordinal))
        {
            clean.Append("//");
            index = 2;
        }

        while (index < path.Length)
        {
            if (path[index] != '/')
            {
                clean.Append(path[index++]);
                continue;
            }

            while (index < path.Length && path[index] == '/')
            {
                index++;
            }

            if (clean.Length == 0 || index < path.Length)
            {
                clean.Append('/');
            }
        }

        return clean.ToString();
    }
}
