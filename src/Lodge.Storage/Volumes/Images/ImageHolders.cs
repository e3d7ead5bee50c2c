using System.Globalization;
using Lodge.Storage.Native;

namespace Lodge.Storage.Volumes.Images;

/// <summary>
/// Finds who has an image open. QEMU's locks belong to open files, so the kernel's list of locks names nobody.
/// </summary>
public static class ImageHolders
{
    private const string GuestOption = "guest=";

    /// <summary>Looks through the processes that the daemon may look at.</summary>
    /// <returns>Those that have the file open, under whatever name; the daemon itself left out.</returns>
    public static IReadOnlyList<ImageHolder> Find(string path)
    {
        var holders = new List<ImageHolder>();
        if (!FileFacts.TryGet(path, follow: true, out var wanted)) return holders;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(
                Path.GetFileName(folder.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                || id == Environment.ProcessId
                || !HasOpen(folder, wanted))
            {
                continue;
            }

            holders.Add(Describe(id, folder));
        }

        return holders;
    }

    private static bool HasOpen(string process, in FileFacts wanted)
    {
        try
        {
            foreach (var file in Directory.EnumerateFileSystemEntries(process + "/fd"))
            {
                if (FileFacts.TryGet(file, follow: true, out var facts)
                    && facts.Identity == wanted.Identity) return true;
            }
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile, or is nobody's to look at.
        }

        return false;
    }

    private static ImageHolder Describe(int id, string process)
    {
        try
        {
            var arguments = File.ReadAllText(process + "/cmdline").Split('\0');
            var name = Array.IndexOf(arguments, "-name");
            var guest = name >= 0 && name + 1 < arguments.Length ? Guest(arguments[name + 1]) : null;
            return new ImageHolder(id, Path.GetFileName(arguments[0]), guest);
        }
        catch (IOException)
        {
            return new ImageHolder(id, "ended", null);
        }
    }

    private static string Guest(string option)
    {
        var value = option.StartsWith(GuestOption, StringComparison.Ordinal) ? option[GuestOption.Length..] : option;
        var end = 0;
        while (end < value.Length && (value[end] != ',' || (end + 1 < value.Length && value[end + 1] == ',')))
        {
            end += value[end] == ',' ? 2 : 1;
        }

        return value[..Math.Min(end, value.Length)].Replace(",,", ",", StringComparison.Ordinal);
    }
}
