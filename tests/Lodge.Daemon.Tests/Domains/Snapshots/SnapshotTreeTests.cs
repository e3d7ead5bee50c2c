using Lodge.Daemon.Domains.Snapshots;
using Lodge.Model.Snapshots;
using Lodge.Protocol.Errors;
using static Lodge.Protocol.Constants.VirDomainSnapshotListFlags;

namespace Lodge.Daemon.Tests.Domains.Snapshots;

public sealed class SnapshotTreeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lodge-snapshots");

    private static SnapshotTree Tree => SnapshotTree.Empty
        .With(Snapshot("a", null)).With(Snapshot("b", "a")).With(Snapshot("c", "b")).With(Snapshot("d", "a")) with
        {
            Current = "c",
        };

    [Fact]
    public void Those_after_one_are_found_near_and_far()
    {
        Assert.Equal(["b", "d"], Tree.ChildrenOf("a").Select(one => one.Name));
        Assert.Equal(["b", "c", "d"], Tree.DescendantsOf("a").Select(one => one.Name));
        Assert.Equal(["a"], Tree.ChildrenOf(null).Select(one => one.Name));
    }

    [Fact]
    public void What_comes_after_a_removed_one_comes_after_the_one_before_it_and_so_does_the_domain()
    {
        var before = Tree;
        var after = before.Without(before.Find("b")).Without(before.Find("c"));
        Assert.Equal("a", before.Without(before.Find("b")).Find("c").Parent);
        Assert.Equal("b", before.Find("c").Parent);
        Assert.Equal("a", (after with { Current = "a" }).Current);
    }

    [Fact]
    public void One_that_is_not_there_is_named() => Assert.Equal(
        VirErrorNumber.VIR_ERR_NO_DOMAIN_SNAPSHOT, Assert.Throws<VirException>(() => Tree.Find("x")).Code);

    [Theory]
    [InlineData(0u, "a b c d")]
    [InlineData((uint)VIR_DOMAIN_SNAPSHOT_LIST_ROOTS, "a")]
    [InlineData((uint)VIR_DOMAIN_SNAPSHOT_LIST_LEAVES, "c d")]
    [InlineData((uint)VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES, "a b")]
    [InlineData((uint)VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL, "")]
    [InlineData((uint)VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA, "")]
    [InlineData((uint)VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE, "a b c d")]
    public void Lists_show_what_is_asked_for(uint flags, string names) =>
        Assert.Equal(names, string.Join(' ', SnapshotFilter.Choose(Tree, null, flags).Select(one => one.Name).Order()));

    [Fact]
    public void Snapshots_on_disk_are_those_in_memory()
    {
        var folder = new SnapshotFolder(_folder.FullName);
        folder.Write("web", SnapshotTree.Empty, Tree);
        var read = folder.Read("web");
        Assert.Equal(Tree.All.Keys, read.All.Keys);
        Assert.Equal("c", read.Current);
        folder.Write("web", read, read.Without(read.Find("d")));
        Assert.Equal(["a", "b", "c"], folder.Read("web").All.Keys);
        folder.Rename("web", "shop");
        Assert.Empty(folder.Read("web").All);
        folder.Remove("shop");
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.FullName));
    }

    [Fact]
    public void A_bad_file_harms_no_other()
    {
        var folder = new SnapshotFolder(_folder.FullName);
        folder.Write("web", SnapshotTree.Empty, Tree);
        File.WriteAllText(Path.Combine(_folder.FullName, "web", "b.xml"), "<domainsnapshot>");
        Assert.Equal(["a", "c", "d"], folder.Read("web").All.Keys);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static SnapshotDefinition Snapshot(string name, string? parent) =>
        new() { Name = name, Parent = parent, State = "shutoff", CreationTime = 12 };
}
