using Lodge.Model.Domain;
using Lodge.Security.Files;
using Lodge.Security.Selinux;

namespace Lodge.Security.Tests.Selinux;

/// <summary>Files with labels, and a driver that labels them for guests.</summary>
internal sealed class LabelledFolder : IDisposable
{
    /// <summary>The label that files have before any guest uses them.</summary>
    public const string Before = "unconfined_u:object_r:user_home_t:s0";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lodge-labels");

    public LabelledFolder(SelinuxSettings? settings = null, bool isEnforcing = true)
    {
        Host = new MadeUpSelinux { IsEnforcing = isEnforcing };
        Driver = new SelinuxDriver(Host, settings ?? new SelinuxSettings { OnWarning = Warnings.Add });
        Stack = new SecurityStack([Driver]);
    }

    public MadeUpSelinux Host { get; }

    public SelinuxDriver Driver { get; }

    public SecurityStack Stack { get; }

    public List<string> Warnings { get; } = [];

    public List<Action> Undo { get; } = [];

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>A file with a label.</summary>
    public string Add(string name, string label = Before)
    {
        var path = PathOf(name);
        File.WriteAllText(path, name);
        Assert.Equal(0, Host.SetFileContext(path, label));
        return path;
    }

    public string? LabelOf(string path) => Host.FileContext(path).Context;

    public static string? Attribute(string path, string name)
    {
        using var file = OpenedFile.Find(path);
        return file.Attribute($"trusted.libvirt.security.{name}").Value;
    }

    /// <summary>A guest with its label, of which the pair of categories is known.</summary>
    public DomainDefinition Guest(string devices = "", string os = "", string label = "", string type = "kvm")
    {
        var guest = DomainXml.Parse(
            $"""
            <domain type='{type}'><name>web</name><memory>1024</memory>
              <os><type arch='x86_64' machine='q35'>hvm</type>{os}</os>
              <devices>{devices}</devices>{label}
            </domain>
            """,
            DomainXmlParseOptions.Configuration);
        Stack.GenerateLabels(guest);
        return guest;
    }

    public static string LevelOf(DomainDefinition guest) =>
        SelinuxContext.TryParse(guest.SecurityLabels[0].Label)!.Value.Range!;

    public void Start(DomainDefinition guest) => Stack.SetAll(guest, Undo.Add);

    public void Stop(DomainDefinition guest) => Stack.RestoreAll(guest, static failure => throw failure);

    public void Dispose()
    {
        Host.Dispose();
        _folder.Delete(recursive: true);
    }
}
