using Lodge.Daemon.Storage;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Tests.Storage;

public sealed class StoredPoolsTests : IDisposable
{
    private const string Xml = "<pool type='dir'>\n  <name>p</name>\n</pool>\n";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lodge-pools-");

    [Fact]
    public void A_configuration_is_read_as_it_was_written_below_a_line_that_says_how_to_change_it()
    {
        using var pools = Open();
        pools.WriteConfig("p", Xml);
        Assert.Equal(Xml, pools.ReadConfig("p"));
        Assert.Contains("  virsh pool-edit p\n", File.ReadAllText(Config("p.xml")), StringComparison.Ordinal);
        Assert.Equal(["p"], pools.Configs());
    }

    [Fact]
    public void A_pool_that_is_taken_away_leaves_no_link_that_dangles()
    {
        using var pools = Open();
        pools.WriteConfig("p", Xml);
        pools.SetAutostart("p", true);
        Assert.True(pools.IsAutostart("p"));
        Assert.Equal(Config("p.xml"), new FileInfo(Config("autostart/p.xml")).LinkTarget);
        pools.RemoveConfig("p");
        Assert.False(pools.IsAutostart("p"));
        Assert.Empty(pools.Configs());
        Assert.Empty(Directory.GetFiles(Config("autostart")));
    }

    [Fact]
    public void Only_the_first_daemon_of_a_folder_finds_it_fresh()
    {
        using (var first = Open())
            Assert.True(first.IsFresh);
        using var second = Open();
        Assert.False(second.IsFresh);
    }

    [Fact]
    public void What_is_active_is_known_to_the_next_daemon_until_it_stops()
    {
        using (var first = Open())
            first.WriteState("p", Xml);
        using var second = Open();
        Assert.Equal(["p"], second.States());
        Assert.Equal(Xml, second.ReadState("p"));
        second.RemoveState("p");
        second.RemoveState("p");
        Assert.Empty(second.States());
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".hidden")]
    [InlineData("two\nlines")]
    public void A_pool_of_any_name_that_a_file_can_have_comes_back(string name)
    {
        using (var first = Open())
            first.WriteConfig(name, Xml);
        using var second = Open();
        Assert.Equal([name], second.Configs());
        Assert.Equal(Xml, second.ReadConfig(name));
    }

    [Fact]
    public void A_name_never_leads_out_of_the_folder()
    {
        using var pools = Open();
        Assert.Throws<VirException>(() => pools.WriteConfig("../p", Xml));
        Assert.Throws<VirException>(() => pools.WriteConfig(new string('p', 4096), Xml));
        Assert.Empty(pools.Configs());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private StoredPools Open() => new(Config(""), Path.Combine(_folder.FullName, "run"));

    private string Config(string name) => Path.Combine(_folder.FullName, "etc", name).TrimEnd('/');
}
