using Lodge.Security.Native;
using Lodge.Security.Selinux.Policy;

namespace Lodge.Security.Selinux;

/// <summary>What is wrong with a folder that images are to lie in, and the commands that mend it.</summary>
/// <param name="Problem">What is wrong, in a sentence.</param>
/// <param name="Commands">The commands, in their order.</param>
/// <param name="IsHindrance">Whether guests cannot use the folder as it is: SELinux enforces.</param>
public sealed record StorageAdvice(string Problem, IReadOnlyList<string> Commands, bool IsHindrance)
{
    private const int RegularFile = 0x8000;
    private const int Folder = 0x4000;

    // What policies give to images, or let guests use by a switch.
    private static readonly HashSet<string> Fitting =
    [
        "virt_image_t", "svirt_image_t", "virt_content_t", "svirt_home_t", "virt_home_t", "virt_var_lib_t",
        "virt_cache_t", "container_file_t",
    ];

    private static readonly (string Type, string Switch)[] Switches =
    [
        ("nfs_t", "virt_use_nfs"), ("cifs_t", "virt_use_samba"), ("fusefs_t", "virt_use_fusefs"),
    ];

    /// <summary>Looks at a folder of this host.</summary>
    /// <param name="folder">Its path; it need not be there yet.</param>
    /// <returns>What to do, or null where nothing is wrong or the host has no SELinux.</returns>
    public static StorageAdvice? OnThisHost(string folder)
    {
        using var selinux = new HostSelinux();
        return For(folder, selinux);
    }

    /// <summary>Looks at a folder.</summary>
    /// <param name="folder">Its path; it need not be there yet.</param>
    /// <param name="selinux">The host's SELinux.</param>
    /// <returns>What to do, or null where nothing is wrong or the host has no SELinux.</returns>
    public static StorageAdvice? For(string folder, ISelinux selinux)
    {
        ArgumentNullException.ThrowIfNull(selinux);
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (!selinux.IsEnabled || path == "/dev" || path.StartsWith("/dev/", StringComparison.Ordinal))
        {
            return null;
        }

        var mode = selinux.IsEnforcing ? "SELinux enforces" : "SELinux would, were it to enforce, refuse guests";
        var now = LibC.Exists(path) ? TypeOf(selinux.FileContext(path).Context) : null;
        var (_, name) = Array.Find(Switches, known => known.Type == now);
        if (name is not null)
        {
            return selinux.Boolean(name) != false ? null : new StorageAdvice(
                $"{mode}: the policy does not let guests use images on this kind of file system ({now}) in '{path}'",
                [$"setsebool -P {name} on"],
                selinux.IsEnforcing);
        }

        var wanted = TypeOf(selinux.DefaultContext(path + "/image", RegularFile));
        var restore = $"lodge selinux restorecon -R -v {Quote(path)}";
        if (wanted is null || !Fitting.Contains(wanted))
        {
            return new StorageAdvice(
                $"{mode}: the policy gives images in '{path}' the label {wanted ?? "of none"}, "
                    + "which guests may not use",
                [
                    $"lodge selinux fcontext add -t {ImageType(selinux)} {Quote(Escape(path) + "(/.*)?")}",
                    restore,
                ],
                selinux.IsEnforcing);
        }

        var own = TypeOf(selinux.DefaultContext(path, Folder));
        return now is null || now == own || Fitting.Contains(now)
            ? null
            : new StorageAdvice(
                $"{mode}: '{path}' carries the label {now}, and by the policy it has {own}",
                [restore],
                selinux.IsEnforcing);
    }

    /// <summary>The advice as lines for a person.</summary>
    public IEnumerable<string> Lines() => [Problem + ". To mend it:", .. Commands.Select(command => "  " + command)];

    private static string? TypeOf(string? context) => SelinuxContext.TryParse(context)?.Type;

    private static string ImageType(ISelinux selinux) =>
        selinux.PolicyFolder is { } folder ? new PolicyTypes(folder).InForce("virt_image_t") : "virt_image_t";

    // What has a meaning in a pattern is meant as it stands.
    private static string Escape(string path) => string.Concat(
        path.Select(letter => ".^$?*+|[](){}\\".Contains(letter) ? $"\\{letter}" : $"{letter}"));

    private static string Quote(string text) =>
        text.All(letter => char.IsAsciiLetterOrDigit(letter) || "/._-".Contains(letter)) ? text : $"\"{text}\"";
}
