using Lodge.Model.Domain;
using Lodge.Security.Dac;
using Lodge.Security.Files;

namespace Lodge.Security.Tests;

/// <summary>Files of a host, and guests that use them; only root may give files away.</summary>
internal sealed class OwnedFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lodge-owners");

    public OwnedFolder() =>
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "files are given away by root alone");

    public static Ownership Account { get; } = new(64055, 64056);

    public static Ownership Person { get; } = new(1000, 1001);

    public static DacDriver Driver(DacSettings? settings = null) =>
        new(settings ?? new DacSettings { Account = Account });

    /// <summary>A file that belongs to a person.</summary>
    public string Add(string name)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, name);
        using var file = OpenedFile.Find(path);
        Assert.Equal(0, file.ChangeOwner(Person.UserId, Person.GroupId));
        return path;
    }

    public static Ownership OwnerOf(string path)
    {
        using var file = OpenedFile.Find(path);
        var (uid, gid, _) = file.Status();
        return new Ownership(uid, gid);
    }

    public static string? Attribute(string path, string name)
    {
        using var file = OpenedFile.Find(path);
        return file.Attribute($"trusted.libvirt.security.{name}").Value;
    }

    public static DomainDefinition Guest(string devices = "", string more = "", string name = "web")
    {
        var guest = DomainXml.Parse(
            $"""
            <domain type='qemu'><name>{name}</name><memory>1024</memory>
              <os><type arch='x86_64' machine='q35'>hvm</type></os>
              <devices>{devices}</devices>{more}
            </domain>
            """,
            DomainXmlParseOptions.Configuration);
        Driver().GenerateLabel(guest);
        return guest;
    }

    public static string Disk(string path, string more = "", string target = "vda") =>
        $"<disk type='file' device='disk'><source file='{path}'/><target dev='{target}' bus='virtio'/>{more}</disk>";

    public void Dispose() => _folder.Delete(recursive: true);
}
