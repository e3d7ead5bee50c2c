using Lodge.Install.Media;
using Lodge.Install.Os;

namespace Lodge.Install.Tests.Os;

/// <summary>Databases of several folders, with systems that lean on each other.</summary>
public sealed class OsDatabaseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("osinfo").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_of_a_later_folder_takes_the_place_of_an_earlier_and_fragments_add_to_it()
    {
        Write("system/os/lodge.test/one-1.xml", System("one/1", "<short-id>one1</short-id><name>First</name>"));
        Write("system/os/lodge.test/one-1.d/gone.xml", System("one/1", "<version>gone</version>"));
        Write("local/os/lodge.test/one-1.xml", System("one/1", "<short-id>one1</short-id><name>Second</name>"));
        Write("user/os/lodge.test/one-1.d/more.xml", System("one/1", "<codename>Added</codename>"));

        var os = Database().Find("one1")!;

        Assert.Equal(("Second", null, "Added"), (os.Name, os.Version, os.Codename));
    }

    [Fact]
    public void Devices_come_down_the_line_but_for_those_given_up()
    {
        Write("system/os/lodge.test/one-1.xml", System("one/1", """
            <short-id>one1</short-id>
            <devices>
              <device id='http://pcisig.com/pci/1af4/1000'/><device id='http://pcisig.com/pci/1af4/1001'/>
            </devices>
            """));
        Write("system/os/lodge.test/two-1.xml", System("two/1", """
            <short-id>two1</short-id><derives-from id='http://lodge.test/one/1'/>
            <devices><device id='http://pcisig.com/pci/1af4/1001' supported='false'/></devices>
            """));

        var os = Database().Find("http://lodge.test/two/1")!;

        Assert.Equal(["http://pcisig.com/pci/1af4/1000"], os.DeviceIds);
        Assert.True(os.Supports(OsCapability.VirtioNet));
        Assert.False(os.Supports(OsCapability.VirtioDisk));
        Assert.True(os.Supports(OsCapability.VirtioDisk, ["http://pcisig.com/pci/1af4/1042"]));
    }

    [Fact]
    public void A_circle_of_systems_ends()
    {
        Write("system/os/lodge.test/one-1.xml", System("one/1",
            "<short-id>one1</short-id><derives-from id='http://lodge.test/two/1'/>"));
        Write("system/os/lodge.test/two-1.xml", System("two/1",
            "<short-id>two1</short-id><derives-from id='http://lodge.test/one/1'/>"));

        Assert.Equal(2, Database().Find("one1")!.Lineage.Count);
        Assert.False(Database().Find("one1")!.IsRelatedTo("three1"));
    }

    [Fact]
    public void A_broken_file_is_passed_over_with_a_word()
    {
        Write("system/os/lodge.test/one-1.xml", "<libosinfo><os id='http://lodge.test/one/1'>");
        Write("system/os/lodge.test/two-1.xml", System("two/1", "<short-id>two1</short-id>"));
        var database = Database();

        Assert.Equal(["two1"], database.All.Select(os => os.ShortId));
        Assert.Contains("one-1.xml", Assert.Single(database.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_there_is_generic_or_nothing()
    {
        Assert.Null(Database().Find("one1"));
        Assert.Null(Database().Find("http://lodge.test/../../etc/passwd"));
        Assert.True(Database().Find("generic")!.IsGeneric);
        Assert.Empty(Database().Find("generic")!.DeviceIds);
        Assert.Null(GuestOs.Generic.RecommendedRam("x86_64"));
    }

    [Fact]
    public void What_is_not_recommended_is_twice_the_least_and_all_stands_for_each_architecture()
    {
        Write("system/os/lodge.test/one-1.xml", System("one/1", """
            <short-id>one1</short-id>
            <resources arch='all'><minimum><ram>1000</ram><n-cpus>1</n-cpus></minimum></resources>
            <resources arch='s390x'><recommended><ram>7000</ram></recommended></resources>
            """));
        var os = Database().Find("one1")!;

        Assert.Equal(1000, os.MinimumRam("x86_64"));
        Assert.Equal(2000, os.RecommendedRam("x86_64"));
        Assert.Equal(7000, os.RecommendedRam("s390x"));
        Assert.Equal(2, os.RecommendedProcessors("x86_64"));
        Assert.Null(os.RecommendedStorage("x86_64"));
    }

    [Fact]
    public void A_tree_is_known_by_its_own_file()
    {
        Write("system/os/lodge.test/one-1.xml", System("one/1", """
            <short-id>one1</short-id>
            <tree arch='x86_64'><treeinfo><family>One</family><version>^1$</version></treeinfo></tree>
            """));

        Assert.Equal("one1", Identify("x86_64")?.Os.ShortId);
        Assert.Null(Identify("aarch64"));

        OsMatch? Identify(string architecture) => Database().Identify(
            TreeInfo.Parse($"[general]\nfamily = One\nversion = 1\narch = {architecture}\n"));
    }

    [Theory]
    [InlineData("Fedora-S-dvd-x86_64-37", "Fedora-S-dvd-x86_64-37", true)]
    [InlineData("Debian 1[12]\\.\\d+", "Debian 12.1 amd64", true)]
    [InlineData("(a|b)c?", "xb", true)]
    [InlineData("^RHEL", "my RHEL", false)]
    [InlineData("(broken", "(broken", false)]
    public void Patterns_match_anywhere_as_theirs_do(string pattern, string value, bool expected) =>
        Assert.Equal(expected, new OsPattern(pattern).Matches(value));

    private static string System(string id, string content) =>
        $"<libosinfo version='0.0.1'><os id='http://lodge.test/{id}'>{content}</os></libosinfo>";

    private OsDatabase Database() => OsDatabase.Of(
        new[] { "system", "local", "user" }.Select(name => Path.Combine(_folder, name)));

    private void Write(string path, string content)
    {
        var full = Path.Combine(_folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
    }
}
