using Lodge.Qemu.SavedState;

namespace Lodge.Daemon.Domains.Saving;

/// <summary>
/// The files of guests that were saved to go on at their next start: one for each domain, by its name.
/// </summary>
/// <param name="folder">Where they are.</param>
internal sealed class ManagedSaves(string folder)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>A domain's file, which need not be there.</summary>
    public string PathOf(string name) => Path.Combine(folder, name + ".save");

    /// <summary>Whether a domain has one.</summary>
    public bool Has(string name) => File.Exists(PathOf(name));

    /// <summary>Makes room for a file.</summary>
    /// <returns>Its path.</returns>
    public string Prepare(string name)
    {
        Directory.CreateDirectory(folder, OwnerOnly);
        return PathOf(name);
    }

    /// <summary>Whether a domain's file was not written to its end, and is good for nothing.</summary>
    public bool IsBroken(string name)
    {
        using var file = File.OpenHandle(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return SaveImage.IsBroken(file);
    }

    /// <summary>Removes a domain's file.</summary>
    public void Remove(string name)
    {
        var path = PathOf(name);
        try
        {
            File.Delete(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw SavedFile.SystemError($"Failed to remove managed save file '{path}'", cause);
        }
    }
}
