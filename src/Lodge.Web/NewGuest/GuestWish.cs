using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Lodge.Install.Flow;
using Lodge.Install.Options.Methods;

namespace Lodge.Web.NewGuest;

/// <summary>What the wizard has been told of a guest.</summary>
public sealed class GuestWish
{
    private static readonly SearchValues<char> s_quoted = SearchValues.Create(", \t'\"\\");

    /// <summary>The name.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it is installed from.</summary>
    public SourceKind Kind { get; set; }

    /// <summary>The ISO, the address of the tree, or the image.</summary>
    public string Source { get; set; } = "";

    /// <summary>Arguments for the installer's kernel.</summary>
    public string KernelArguments { get; set; } = "";

    /// <summary>What the installer is told so that it asks nobody.</summary>
    public UnattendedWish Unattended { get; } = new();

    /// <summary>The short name of the operating system; empty to find it out.</summary>
    public string System { get; set; } = "";

    /// <summary>The memory, in MiB.</summary>
    public int Memory { get; set; } = 2048;

    /// <summary>The processors.</summary>
    public int Vcpus { get; set; } = 2;

    /// <summary>Whether it has a disk.</summary>
    public bool HasDisk { get; set; } = true;

    /// <summary>Whether the disk is made; else it is one that is there.</summary>
    public bool MakesDisk { get; set; } = true;

    /// <summary>The pool of a new disk.</summary>
    public string Pool { get; set; } = "";

    /// <summary>The size of a new disk, in GiB.</summary>
    public double Size { get; set; } = 20;

    /// <summary>The path of a disk that is there.</summary>
    public string Disk { get; set; } = "";

    /// <summary>The network, as <c>--network</c> takes it.</summary>
    public string Network { get; set; } = "";

    /// <summary>Whether it starts by UEFI.</summary>
    public bool UsesUefi { get; set; }

    /// <summary>Whether it has a screen.</summary>
    public bool HasScreen { get; set; } = true;

    /// <summary>Whether it starts with the host.</summary>
    public bool Autostart { get; set; }

    /// <summary>The user of a cloud image.</summary>
    public string User { get; set; } = "";

    /// <summary>That user's password.</summary>
    public string Password { get; set; } = "";

    /// <summary>That user's public key for ssh.</summary>
    public string Key { get; set; } = "";

    /// <summary>Whether a disk is asked for: an import has its own.</summary>
    public bool AsksForDisk => Kind is not SourceKind.Import;

    /// <summary>Whether there is an installer that can be told what it would ask.</summary>
    public bool CanBeUnattended => Kind is SourceKind.Iso or SourceKind.Tree;

    /// <summary>Whether the installer asks nobody.</summary>
    public bool IsUnattended => CanBeUnattended && Unattended.IsWanted;

    // An ISO that starts by itself cannot be told anything; its kernel can.
    private bool StartsKernel => Kind == SourceKind.Tree || IsUnattended;

    /// <summary>The same in the words of virt-install, which makes the guest.</summary>
    /// <param name="folder">A folder for files that the installer is given.</param>
    internal InstallRequest ToRequest(string folder)
    {
        var options = new List<(string, string)>
        {
            ("--memory", Memory.ToString(CultureInfo.InvariantCulture)),
            ("--vcpus", Vcpus.ToString(CultureInfo.InvariantCulture)),
            ("--network", Network.Length > 0 ? Network : "none"),
            ("--graphics", HasScreen ? "vnc" : "none"),
            ("--disk", DiskText()),
        };
        if (UsesUefi) options.Add(("--boot", "uefi"));
        var (arguments, files) = Answers(folder);
        return new InstallRequest
        {
            Options = options,
            Values = [("name", Name.Trim())],
            Install = InstallOptions.Parse(null),
            Location = LocationOptions.Parse(StartsKernel ? Quoted(Source.Trim()) : null),
            Os = OsOptions.Parse(System.Length > 0 ? System : "detect=on,require=off"),
            Checks = CheckOptions.Parse([]),
            Cdrom = Kind == SourceKind.Iso && !StartsKernel ? Source.Trim() : null,
            IsNetworkBoot = Kind == SourceKind.Network,
            IsImport = Kind is SourceKind.Import or SourceKind.Cloud or SourceKind.Nothing,
            ExtraArguments = arguments,
            InjectedFiles = files,
            CloudInit = Kind == SourceKind.Cloud ? $"user-data={Quoted(UserData(folder))}" : null,
        };
    }

    private string DiskText()
    {
        if (Kind == SourceKind.Import) return $"path={Quoted(Source)}";
        if (!HasDisk && Kind != SourceKind.Cloud) return "none";
        if (!MakesDisk && Kind != SourceKind.Cloud) return $"path={Quoted(Disk)}";
        var size = Size.ToString("0.###", CultureInfo.InvariantCulture);
        var made = $"pool={Quoted(Pool)},size={size},format=qcow2";
        return Kind == SourceKind.Cloud ? $"{made},backing_store={Quoted(Source)},backing_format=qcow2" : made;
    }

    private (string[] Arguments, string[] Files) Answers(string folder)
    {
        var arguments = KernelArguments.Trim();
        if (!StartsKernel) return ([], []);
        if (!IsUnattended) return (arguments.Length > 0 ? [arguments] : [], []);
        var file = Path.Combine(folder, "answers.ks");
        File.WriteAllText(file, Unattended.Text.ReplaceLineEndings("\n"));
        return ([$"inst.ks=file:/answers.ks {arguments}".TrimEnd()], [file]);
    }

    // JSON is YAML too, and has an end to every text.
    private string UserData(string folder)
    {
        var user = new Dictionary<string, object>
        {
            ["name"] = User, ["sudo"] = "ALL=(ALL) NOPASSWD:ALL", ["shell"] = "/bin/bash", ["groups"] = "users",
        };
        if (Password.Length > 0) (user["plain_text_passwd"], user["lock_passwd"]) = (Password, false);
        if (Key.Trim().Length > 0) user["ssh_authorized_keys"] = new[] { Key.Trim() };
        var data = new Dictionary<string, object>
        {
            ["hostname"] = Name.Trim(), ["ssh_pwauth"] = Password.Length > 0, ["users"] = new[] { user },
        };
        var file = Path.Combine(folder, "user-data");
        File.WriteAllText(file, "#cloud-config\n" + JsonSerializer.Serialize(data) + "\n");
        return file;
    }

    /// <summary>A value that commas and spaces do not end.</summary>
    private static string Quoted(string value) => value.AsSpan().IndexOfAny(s_quoted) < 0
        ? value
        : '"' + value.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal) + '"';
}
