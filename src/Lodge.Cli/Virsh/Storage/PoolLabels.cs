using System.Xml;
using System.Xml.Linq;
using Lodge.Security.Selinux;

namespace Lodge.Cli.Virsh.Storage;

/// <summary>Says what SELinux of this host has against the folder of a pool that was just made here.</summary>
internal static class PoolLabels
{
    private static readonly string[] WithFolder = ["dir", "fs", "netfs"];

    /// <summary>Looks at a pool's folder; of another host's nothing is known here.</summary>
    internal static async Task AdviseAsync(Shell shell, StoragePool pool)
    {
        if (!IsOfThisHost(shell.Connection.Uri))
        {
            return;
        }

        // The pool is made already: what cannot be read now is no failure.
        if (FolderOf(await pool.GetXmlDescAsync()) is { } folder && StorageAdvice.OnThisHost(folder) is { } advice)
        {
            shell.Warn(string.Join('\n', advice.Lines()));
        }
    }

    /// <summary>Whether guests of a connection run on this host.</summary>
    internal static bool IsOfThisHost(string uri) => uri.StartsWith("qemu:///", StringComparison.Ordinal)
        || uri.StartsWith("qemu+unix:///", StringComparison.Ordinal);

    /// <summary>The folder that a pool's images lie in; null where they are no files.</summary>
    internal static string? FolderOf(string xml)
    {
        try
        {
            var pool = XElement.Parse(xml);
            return WithFolder.Contains(pool.Attribute("type")?.Value)
                ? pool.Element("target")?.Element("path")?.Value
                : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
