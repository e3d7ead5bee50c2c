using Lodge.Install.Media.Files;
using Lodge.Install.Media.Iso;
using Lodge.Install.Media.Trees;
using Lodge.Install.Os;

namespace Lodge.Install.Media;

/// <summary>
/// A place that a guest is installed from: a tree in a folder or on a server, or a medium. It is looked at once, and
/// then says what it installs and gives the kernel to start with.
/// </summary>
public sealed class InstallSource : IAsyncDisposable
{
    private const UnixFileMode Mode =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly IInstallFiles _files;
    private readonly FileFetch _fetch;
    private readonly FoundTree _found;
    private readonly InstallSourceOptions _options;

    private InstallSource(
        string location, InstallSourceKind kind, IInstallFiles files, FileFetch fetch, FoundTree found,
        InstallSourceOptions options)
    {
        Location = location;
        Kind = kind;
        _files = files;
        _fetch = fetch;
        _found = found;
        _options = options;
    }

    /// <summary>Where it is; a folder's path is a full one.</summary>
    public string Location { get; }

    /// <summary>What kind of place that is.</summary>
    public InstallSourceKind Kind { get; }

    /// <summary>The operating system that it installs; null where nobody knows.</summary>
    public GuestOs? Os => _found.Os;

    /// <summary>The medium, as the database has it; null where it has none, or this is a tree.</summary>
    public OsMedia? Media => _found.Media;

    /// <summary>The tree, as the database has it; null where it has none, or this is a medium.</summary>
    public OsTree? Tree => _found.Tree;

    /// <summary>The tree's own file; null where it has none.</summary>
    public TreeInfo? TreeInfo => _found.TreeInfo;

    /// <summary>Where kernels may lie; the first pair that is there is taken.</summary>
    public IReadOnlyList<KernelPaths> Kernels => _options.Kernel is { } named ? [named] : _found.Kernels;

    /// <summary>The medium that the guest gets as a CD; null where this is none.</summary>
    public string? CdromPath => _files.IsMedium ? Location : null;

    /// <summary>
    /// The kernel argument that tells the installer where the tree is (<c>inst.repo=http://…</c>); null where it has no
    /// way to reach it, or takes no such argument.
    /// </summary>
    public string? KernelArgument =>
        Kind == InstallSourceKind.Network && (Os ?? _options.Os)?.KernelUrlArgument is { } name
            ? $"{name}={Location}"
            : null;

    /// <summary>Whether the installer needs a network.</summary>
    public bool NeedsNetwork => Kind != InstallSourceKind.Iso || Media?.IsNetworkInstaller == true;

    /// <summary>Looks at a place.</summary>
    /// <param name="location">A folder, an image, a drive, or an address.</param>
    /// <param name="options">What is known of the guest.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="InstallSourceException">Nothing can be installed from there.</exception>
    public static async Task<InstallSource> OpenAsync(
        string location, InstallSourceOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (kind, place, files) = Files(location, options);
        try
        {
            var fetch = new FileFetch(files, options.Patience);
            var probe = new TreeProbe(place, fetch, files as IsoFiles, options);
            var found = await TreeKinds.FindAsync(probe, cancellation);
            if (found is null && options.Kernel is null)
            {
                var hint = !fetch.IsUnreachable && await files.AnswersAsync(cancellation)
                    ? ""
                    : ": The URL could not be accessed, maybe you mistyped?";
                throw new InstallSourceException(
                    $"Could not find an installable distribution at URL '{place}'{hint}\n\n"
                    + "The location must be the root directory of an install tree.\n"
                    + "See virt-install man page for various distro examples.");
            }

            return new InstallSource(place, kind, files, fetch, found ?? new FoundTree(), options);
        }
        catch
        {
            await files.DisposeAsync();
            throw;
        }
    }

    /// <summary>Brings a kernel and a memory disk here that lie anywhere (<c>--install kernel=</c>).</summary>
    /// <param name="named">Paths of files, or addresses.</param>
    /// <param name="folder">The folder for them; they get names of their own.</param>
    /// <param name="progress">Hears of each piece.</param>
    /// <param name="cancellation">Gives up, and leaves nothing.</param>
    /// <exception cref="InstallSourceException">One of them does not come.</exception>
    public static Task<FetchedKernel> FetchAnywhereAsync(
        KernelPaths named, string folder, IProgress<Transfer>? progress, CancellationToken cancellation = default) =>
        KernelFetch.RunAsync(folder, Mode, named, async (path, target) =>
        {
            var options = new InstallSourceOptions();
            var split = path.LastIndexOf('/');
            var (parent, name) = IsAddress(path) ? (path[..split], path[(split + 1)..])
                : (Path.GetDirectoryName(Path.GetFullPath(path)) ?? "/", Path.GetFileName(path));
            await using var files = IsAddress(path) ? Server(parent, options.Patience) : new FolderFiles(parent);
            await new FileFetch(files, options.Patience).FileAsync(name, target, null, progress, cancellation);
        });

    /// <summary>Brings the kernel and the memory disk here.</summary>
    /// <param name="folder">The folder for them; they get names of their own.</param>
    /// <param name="progress">Hears of each piece.</param>
    /// <param name="cancellation">Gives up, and leaves nothing.</param>
    /// <exception cref="InstallSourceException">
    /// They are not there, do not come, or are not what the tree's file says they are.
    /// </exception>
    public async Task<FetchedKernel> FetchKernelAsync(
        string folder, IProgress<Transfer>? progress, CancellationToken cancellation = default)
    {
        foreach (var pair in Kernels)
        {
            if (await _files.HasAsync(pair.Kernel, cancellation) && await _files.HasAsync(pair.Initrd, cancellation))
            {
                return await KernelFetch.RunAsync(folder, Mode, pair, (path, target) => _fetch.FileAsync(
                    path, target, Checksum(path), progress, cancellation));
            }
        }

        var tried = Kernels.Count == 0
            ? "kernel that is known"
            : string.Join(", ", Kernels.Select(pair => $"'{pair.Kernel}' with '{pair.Initrd}'"));
        throw new InstallSourceException($"Couldn't find kernel for install tree: '{Location}' has no {tried}");
    }

    /// <summary>Lets go of the place.</summary>
    public ValueTask DisposeAsync() => _files.DisposeAsync();

    private TreeChecksum? Checksum(string path) =>
        TreeInfo is not null && TreeInfo.TryGetChecksum(path.TrimStart('/'), out var checksum) ? checksum : null;

    private static bool IsAddress(string location) =>
        location.StartsWith("http://", StringComparison.Ordinal)
        || location.StartsWith("https://", StringComparison.Ordinal)
        || location.StartsWith("ftp://", StringComparison.Ordinal);

    private static (InstallSourceKind Kind, string Place, IInstallFiles Files) Files(
        string location, InstallSourceOptions options)
    {
        if (IsAddress(location)) return (InstallSourceKind.Network, location, Server(location, options.Patience));
        if (Directory.Exists(location))
        {
            var full = Path.GetFullPath(location);
            return (InstallSourceKind.Folder, full, new FolderFiles(full));
        }

        try
        {
            return (InstallSourceKind.Iso, location, new IsoFiles(IsoImage.Open(location)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            var more = location.StartsWith("nfs:", StringComparison.Ordinal)
                ? ". NFS URL installs are no longer supported: mount the share, and name the folder"
                : "";
            throw new InstallSourceException(
                $"Validating install media '{location}' failed: {e.Message}{more}", e);
        }
    }

    private static IInstallFiles Server(string location, TimeSpan patience) =>
        !Uri.TryCreate(location, UriKind.Absolute, out var address) || address.Host.Length == 0
            ? throw new InstallSourceException($"'{location}' is no address")
            : address.Scheme == Uri.UriSchemeFtp ? new FtpFiles(address, patience) : new HttpFiles(address, patience);
}
