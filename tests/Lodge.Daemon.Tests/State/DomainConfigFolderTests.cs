using System.Text;
using Lodge.Daemon.State;

namespace Lodge.Daemon.Tests.State;

public sealed class DomainConfigFolderTests : IDisposable
{
    private readonly TemporaryFolder _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public void A_configuration_is_stored_under_a_header_that_names_the_tool_and_read_back_without_it()
    {
        using var folder = new DomainConfigFolder(_place.Path);
        folder.Write("web", "<domain/>\n"u8);

        var stored = folder.Read("web");
        Assert.Contains("virsh edit web\n", Encoding.UTF8.GetString(stored), StringComparison.Ordinal);
        Assert.Equal("<domain/>\n", Encoding.UTF8.GetString(StateFileHeader.Skip(stored).Span));
        Assert.Equal(["web"], folder.Names());
    }

    [Theory]
    [InlineData("a--b")]
    [InlineData("a-")]
    [InlineData("-->")]
    public void A_name_of_dashes_never_ends_the_header_early(string name)
    {
        var stored = StateFileHeader.Prepend(name, "<domain/>"u8);
        Assert.Equal("<domain/>", Encoding.UTF8.GetString(StateFileHeader.Skip(stored).Span));
        using var reader = System.Xml.XmlReader.Create(new MemoryStream(stored));
        Assert.Equal(System.Xml.XmlNodeType.Element, reader.MoveToContent());
    }

    [Fact]
    public void Autostart_is_a_link_to_the_configuration_and_goes_with_it()
    {
        using var folder = new DomainConfigFolder(_place.Path);
        folder.Write("web", "<domain/>"u8);
        Assert.False(folder.IsAutostart("web"));

        folder.SetAutostart("web", true);
        folder.SetAutostart("web", true);
        Assert.True(folder.IsAutostart("web"));
        Assert.Equal(
            folder.PathOf("web"), new FileInfo($"{_place.Path}/autostart/web.xml").LinkTarget);

        folder.Remove("web");
        Assert.Empty(Directory.GetFileSystemEntries($"{_place.Path}/autostart"));
        Assert.Empty(folder.Names());
    }

    [Fact]
    public void Links_without_a_configuration_are_removed_and_others_kept()
    {
        using var folder = new DomainConfigFolder(_place.Path);
        folder.Write("web", "<domain/>"u8);
        folder.SetAutostart("web", true);
        folder.SetAutostart("gone", true);

        folder.RemoveDanglingLinks();

        Assert.True(folder.IsAutostart("web"));
        Assert.False(folder.IsAutostart("gone"));
    }

    [Fact]
    public void A_rename_moves_the_configuration_and_its_autostart()
    {
        using var folder = new DomainConfigFolder(_place.Path);
        folder.Write("old", "U1 old"u8);
        folder.SetAutostart("old", true);

        folder.Rename("old", "new", "U1 new"u8);

        Assert.Equal(["new"], folder.Names());
        Assert.True(folder.IsAutostart("new"));
        Assert.False(folder.IsAutostart("old"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void A_crash_at_any_point_of_a_rename_leaves_exactly_one_of_the_names(int crashAfter)
    {
        using (var folder = new DomainConfigFolder(_place.Path))
            folder.Write("old", "U1 old"u8);

        var left = crashAfter;
        using (var folder = new DomainConfigFolder(_place.Path, _ => Count(ref left)))
        {
            try
            {
                folder.Rename("old", "new", "U1 new"u8);
            }
            catch (StateFolderTests.Crash)
            {
                // What a dead process leaves is looked at below.
            }
        }

        using var after = new DomainConfigFolder(_place.Path);
        var whole = after.Names().Select(name => (Name: name, Xml: Xml(after, name))).ToList();
        var back = after.RecoverRenames(
            _ => whole.Any(config => config.Xml.StartsWith("U1", StringComparison.Ordinal)));
        whole.AddRange(back.Select(name => (name, Xml(after, name))));

        var only = Assert.Single(whole);
        Assert.Equal($"U1 {only.Name}", only.Xml);
        Assert.Equal(["autostart", $"{only.Name}.xml"], _place.Names());
    }

    private static void Count(ref int left)
    {
        if (--left == 0)
            throw new StateFolderTests.Crash();
    }

    private static string Xml(DomainConfigFolder folder, string name) =>
        Encoding.UTF8.GetString(StateFileHeader.Skip(folder.Read(name)).Span);
}
