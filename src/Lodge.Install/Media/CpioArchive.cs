using System.Globalization;
using System.Text;

namespace Lodge.Install.Media;

/// <summary>
/// Archives of cpio's form <c>newc</c>: a head of thirteen numbers of eight hexadecimal digits, the name, the content,
/// each padded to four bytes.
/// </summary>
internal static class CpioArchive
{
    private const int File = 0x8000;
    private const int Folder = 0x4000;
    private const int FolderMode = 0x1ed;
    private const int Block = 512;

    /// <summary>An archive of files and the folders above them; empty for no files.</summary>
    /// <exception cref="InstallSourceException">A name is none for a file.</exception>
    public static byte[] Of(IEnumerable<InjectedFile> files)
    {
        using var archive = new MemoryStream();
        var folders = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var file in files)
        {
            var name = file.Name.TrimStart('/');
            var parts = name.Split('/');
            if (parts.Any(part => part is "" or "." or "..") || name.Contains('\0'))
                throw new InstallSourceException($"'{file.Name}' is no name for a file in the memory disk");
            for (var depth = 1; depth < parts.Length; depth++)
            {
                var folder = string.Join('/', parts[..depth]);
                if (folders.Add(folder)) Add(archive, folder, Folder | FolderMode, ++number, 2, default);
            }

            Add(archive, name, File | (int)file.Mode, ++number, 1, file.Content.Span);
        }

        if (number == 0) return [];
        Add(archive, "TRAILER!!!", 0, 0, 1, default);
        archive.SetLength((archive.Length + Block - 1) / Block * Block);
        return archive.ToArray();
    }

    private static void Add(
        MemoryStream archive, string name, int mode, int number, int links, ReadOnlySpan<byte> content)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        // magic, inode, mode, user, group, links, time, size, device (2), device of a node (2), name's length, checksum
        archive.Write("070701"u8);
        ReadOnlySpan<int> head =
            [number, mode, 0, 0, links, 0, content.Length, 0, 0, 0, 0, bytes.Length + 1, 0];
        foreach (var value in head)
            archive.Write(Encoding.ASCII.GetBytes(value.ToString("x8", CultureInfo.InvariantCulture)));
        archive.Write(bytes);
        archive.WriteByte(0);
        Pad(archive);
        archive.Write(content);
        Pad(archive);
    }

    private static void Pad(MemoryStream archive)
    {
        while (archive.Length % 4 != 0) archive.WriteByte(0);
    }
}
