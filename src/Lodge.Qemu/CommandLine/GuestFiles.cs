using System.Runtime.InteropServices;

namespace Lodge.Qemu.CommandLine;

/// <summary>
/// Files and sockets of the host that were opened for a guest, by what they are for. Building the command hands each
/// over
/// to it; what was not handed over is closed here.
/// </summary>
public sealed class GuestFiles : IDisposable
{
    private readonly Dictionary<string, List<SafeHandle>> _files = [];

    /// <summary>The listening socket of QEMU's monitor.</summary>
    public const string Monitor = "charmonitor";

    /// <summary>The listening socket of a character device.</summary>
    public static string Socket(string characterId) => characterId;

    /// <summary>The file a character device writes to.</summary>
    public static string Source(string characterId) => characterId + "-source";

    /// <summary>The log of a character device.</summary>
    public static string Log(string characterId) => characterId + "-log";

    /// <summary>The queues of an interface's tap device.</summary>
    public static string Tap(string alias) => "tapfd-" + alias;

    /// <summary>The kernel's helpers of an interface's queues.</summary>
    public static string VhostNet(string alias) => "vhostfd-" + alias;

    /// <summary>An interface's vDPA device.</summary>
    public static string Vdpa(string alias) => alias + "-vdpa";

    /// <summary>The host's TPM.</summary>
    public static string Tpm(string alias) => alias + "-tpm";

    /// <summary>The file through which a command of the host's TPM is cancelled.</summary>
    public static string TpmCancel(string alias) => alias + "-cancel";

    /// <summary>The kernel's helper of a device that talks over it.</summary>
    public static string Vhost(string alias) => "vhost-" + alias;

    /// <summary>Adds an open file.</summary>
    public void Add(string purpose, SafeHandle file)
    {
        if (!_files.TryGetValue(purpose, out var files)) _files[purpose] = files = [];
        files.Add(file);
    }

    /// <summary>Whether a file is there.</summary>
    public bool Has(string purpose) => _files.ContainsKey(purpose);

    /// <summary>Hands the files of a purpose over to the caller; none where none were opened.</summary>
    public IReadOnlyList<SafeHandle> Take(string purpose) =>
        _files.Remove(purpose, out var files) ? files : [];

    /// <summary>Hands the one file of a purpose over to the caller, or null.</summary>
    public SafeHandle? TakeOne(string purpose) => Take(purpose) is [var only, ..] ? only : null;

    /// <summary>Closes what was not handed over.</summary>
    public void Dispose()
    {
        foreach (var file in _files.Values.SelectMany(files => files))
        {
            file.Dispose();
        }

        _files.Clear();
    }
}
