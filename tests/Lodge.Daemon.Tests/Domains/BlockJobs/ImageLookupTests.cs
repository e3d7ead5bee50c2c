using Lodge.Daemon.Domains.BlockJobs;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Tests.Domains.BlockJobs;

/// <summary>Images of a chain are found by path and by number, with libvirt's refusals.</summary>
public sealed class ImageLookupTests
{
    private static Disk Disk()
    {
        var lowest = new StorageSource { Path = "/c", Index = 1, Backing = new() { Type = StorageType.None } };
        var middle = new StorageSource { Path = "/b", Index = 2, Backing = lowest };
        return new Disk { Target = "vda", Source = new() { Path = "/a", Index = 4, Backing = middle } };
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData("/a", 4)]
    [InlineData("/b", 2)]
    [InlineData("vda[1]", 1)]
    public void An_image_is_found(string? name, uint index) =>
        Assert.Equal(index, ImageLookup.Find(Disk(), name).Index);

    [Theory]
    [InlineData("/d", "could not find image '/d' in chain for 'vda'")]
    [InlineData("vda[3]", "could not find backing store index '3' in chain for 'vda'")]
    [InlineData("vdb[1]", "requested target 'vdb' does not match target 'vda'")]
    public void What_is_not_there_is_refused(string name, string text)
    {
        var refused = Assert.Throws<VirException>(() => ImageLookup.Find(Disk(), name));
        Assert.Equal(VirErrorNumber.VIR_ERR_INVALID_ARG, refused.Code);
        Assert.Contains(text, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_base_lies_below_the_top()
    {
        var disk = Disk();
        var refused = Assert.Throws<VirException>(() => ImageLookup.Find(disk, "/b", disk.Source.Backing));
        Assert.Contains(
            "could not find image '/b' beneath '/b' in chain for 'vda'", refused.Message, StringComparison.Ordinal);
    }
}
