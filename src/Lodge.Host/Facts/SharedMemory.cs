using Lodge.Protocol.Errors;

namespace Lodge.Host.Facts;

/// <summary>How the kernel merges equal pages (KSM).</summary>
/// <param name="files">The host's files.</param>
/// <remarks>Linux, <c>admin-guide/mm/ksm</c>: <c>/sys/kernel/mm/ksm</c>.</remarks>
public sealed class SharedMemory(HostFiles files)
{
    private const string Folder = "/sys/kernel/mm/ksm";
    private const string Prefix = "shm_";

    /// <summary>A number that the kernel keeps, or null where it has no such.</summary>
    /// <param name="name">libvirt's name: the kernel's, after <c>shm_</c>.</param>
    public ulong? Read(string name) => files.Number(PathOf(name)) is { } number ? (ulong)number : null;

    /// <summary>Whether the kernel has such a number.</summary>
    public bool Has(string name) => files.Exists(PathOf(name));

    /// <summary>Sets a number.</summary>
    /// <exception cref="VirException">The kernel refuses (VIR_ERR_SYSTEM_ERROR).</exception>
    public void Write(string name, uint value)
    {
        try
        {
            File.WriteAllText(
                files.PathOf(PathOf(name)), value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
                VirErrorDomain.VIR_FROM_NONE,
                $"failed to set {name}: {refused.Message}",
                refused);
        }
    }

    private static string PathOf(string name) => $"{Folder}/{name[Prefix.Length..]}";
}
