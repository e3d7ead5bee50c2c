using Lodge.Install.Cloning;

namespace Lodge.Install.Tests.Cloning;

/// <summary>Clones are named after what they are clones of.</summary>
public sealed class CloneNamesTests
{
    [Theory]
    [InlineData("web", "", "web-clone")]
    [InlineData("web", "web-clone", "web-clone1")]
    [InlineData("web-clone", "", "web-clone1")]
    [InlineData("web-clone3", "", "web-clone4")]
    [InlineData("web-clone3", "web-clone4", "web-clone5")]
    public void Of_a_guest(string original, string taken, string name) =>
        Assert.Equal(name, CloneNames.OfGuest(original, tried => tried == taken));

    [Theory]
    [InlineData("/i/web.img", "x", "/i/web-clone.img")]
    [InlineData("/i/web.img", "web", "/i/new.img")]
    [InlineData("/i/web", "web", "/i/new")]
    [InlineData("/i/a.longsuffix", "x", "/i/a.longsuffix-clone")]
    [InlineData("/i/taken.img", "x", "/i/taken-clone-1.img")]
    public void Of_a_disk(string path, string original, string copy) =>
        Assert.Equal(copy, CloneNames.OfDisk(path, original, "new", tried => tried == "/i/taken-clone.img"));
}
