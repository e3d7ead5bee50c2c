using System.Diagnostics;
using Lodge.Security.Access;
using Lodge.Security.Tests.Selinux;

namespace Lodge.Security.Tests.Access;

/// <summary>What keeps a guest from a file, on real folders.</summary>
public sealed class PathAccessTests : IDisposable
{
    private const UnixFileMode Open = (UnixFileMode)0x1ed;
    private const UnixFileMode Closed = (UnixFileMode)0x1c0;

    private static readonly GuestAccount Guest = new(4064055, [4064056, 4064057]);

    private readonly MadeUpSelinux _selinux = new() { IsEnabled = false };
    private readonly string _root = Directory.CreateTempSubdirectory("lodge-access").FullName;
    private readonly string _file;

    public PathAccessTests()
    {
        File.SetUnixFileMode(_root, Open);
        Directory.CreateDirectory(In("home/images"));
        File.SetUnixFileMode(In("home"), Open);
        File.SetUnixFileMode(In("home/images"), Open);
        _file = In("home/images/a.img");
        File.WriteAllText(_file, "");
        File.SetUnixFileMode(_file, (UnixFileMode)0x1b6);
    }

    public void Dispose()
    {
        _selinux.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    [Fact]
    public void Nothing_is_found_where_nothing_is_in_the_way() => Assert.Null(Find());

    [Fact]
    public void The_first_folder_that_the_guest_may_not_pass_is_named_with_its_mode_and_the_mending()
    {
        File.SetUnixFileMode(In("home"), Closed);
        File.SetUnixFileMode(In("home/images"), Closed);
        var refusal = Find()!;
        Assert.Equal((In("home"), AccessLayer.Mode), (refusal.Part, refusal.Layer));
        Assert.Equal(
            $"user '4064055' may not pass '{In("home")}', which belongs to root:root, by its mode 0700",
            refusal.Reason);
        Assert.Contains($"setfacl -m u:4064055:x '{In("home")}'", refusal.Fix, StringComparison.Ordinal);
        Assert.EndsWith(refusal.Fix, refusal.ToString(), StringComparison.Ordinal);
        Assert.Contains($"on the way to '{_file}'", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_fix_says_lets_the_guest_through()
    {
        File.SetUnixFileMode(In("home"), Closed);
        SetAccess("u:4064055:x", In("home"));
        Assert.Null(Find());
    }

    [Theory]
    [InlineData("u:4064055:-", "home")]
    [InlineData("u:4064055:x,m::r", "home")]
    public void An_access_list_that_refuses_is_named_as_such(string entry, string part)
    {
        SetAccess(entry, In(part));
        var refusal = Find()!;
        Assert.Equal((In(part), AccessLayer.Acl), (refusal.Part, refusal.Layer));
    }

    [Fact]
    public void A_group_of_the_list_lets_through()
    {
        File.SetUnixFileMode(In("home"), Closed);
        SetAccess("g:4064057:x", In("home"));
        Assert.Null(Find());
    }

    [Theory]
    [InlineData(0x1a4, true, "write")]
    [InlineData(0x1a4, false, null)]
    [InlineData(0x180, true, "read and write")]
    [InlineData(0x180, false, "read")]
    public void A_file_itself_may_refuse(int mode, bool writes, string? verb)
    {
        File.SetUnixFileMode(_file, (UnixFileMode)mode);
        var refusal = Find(writes);
        Assert.Equal(verb is null ? null : _file, refusal?.Part);
        if (verb is not null)
        {
            Assert.Contains($"may not {verb} '{_file}'", refusal!.Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Links_are_followed_to_where_the_file_truly_lies()
    {
        Directory.CreateSymbolicLink(In("there"), "home/../home/images");
        File.SetUnixFileMode(In("home"), Closed);
        Assert.Equal(In("home"), Access.Find(In("there/a.img"), Guest, writes: true)?.Part);
    }

    [Fact]
    public void Links_in_a_ring_and_files_that_are_not_there_are_no_matter_of_permission()
    {
        File.CreateSymbolicLink(In("ring"), In("ring"));
        Assert.Null(Access.Find(In("ring"), Guest, writes: true));
        Assert.Null(Access.Find(In("absent/a.img"), Guest, writes: true));
    }

    [Fact]
    public void A_label_that_SELinux_refuses_is_named_with_the_rule()
    {
        using var selinux = new MadeUpSelinux { Default = static _ => "system_u:object_r:default_t:s0" };
        selinux.SetFileContext(In("home"), "system_u:object_r:default_t:s0");
        selinux.Denied.Add("default_t search");
        var guest = Guest with { Context = "system_u:system_r:svirt_t:s0:c1,c2" };
        var refusal = new PathAccess(selinux).Find(_file, guest, writes: true)!;
        Assert.Equal((In("home"), AccessLayer.Selinux), (refusal.Part, refusal.Layer));
        Assert.Contains("lodge selinux fcontext add -t virt_image_t", refusal.Fix, StringComparison.Ordinal);
    }

    private PathAccess Access => new(_selinux);

    private string In(string name) => Path.Combine(_root, name);

    private AccessRefusal? Find(bool writes = true) => Access.Find(_file, Guest, writes);

    private static void SetAccess(string entry, string path)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/setfacl"), "setfacl is not installed (acl)");
        using var process = Process.Start("/usr/bin/setfacl", ["-m", entry, path]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
