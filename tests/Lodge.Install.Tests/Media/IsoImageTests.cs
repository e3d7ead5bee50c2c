using CsCheck;
using Lodge.Install.Media;
using Lodge.Install.Media.Iso;

namespace Lodge.Install.Tests.Media;

/// <summary>Images as xorriso makes them, and images as nobody should.</summary>
public sealed class IsoImageTests : IDisposable
{
    private const string LongName = "images/pxeboot/a long name, with Blanks.img";
    private readonly MadeImages _made = new();

    public IsoImageTests()
    {
        _made.Write($"disc/{LongName}", new string('x', 5000));
        _made.Write("disc/.treeinfo", "[general]\n");
        File.CreateSymbolicLink(Path.Combine(_made.Folder, "disc", "link"), "images/../images/pxeboot");
        for (var number = 0; number < 200; number++) _made.Write($"disc/many/file-{number:000}.package.rpm", "p");
    }

    public void Dispose() => _made.Dispose();

    [Fact]
    public async Task What_an_image_says_of_itself_is_read()
    {
        using var image = IsoImage.Open(await _made.ImageAsync(
            "disc", "-R", "-V", "Fedora-S-dvd-x86_64-37", "-sysid", "LINUX", "-publisher", "ME", "-appid", "MAKER"));

        var identity = image.Identity;
        Assert.Equal("Fedora-S-dvd-x86_64-37", identity.VolumeId);
        Assert.Equal(
            ("LINUX", "ME", "MAKER", false),
            (identity.SystemId, identity.PublisherId, identity.ApplicationId, identity.IsBootable));
        Assert.InRange(identity.VolumeSize, 2048 * 20, new FileInfo(image.Path).Length);
    }

    [Theory]
    [InlineData("-R")]
    [InlineData("-J -joliet-long")]
    public async Task Files_are_found_by_their_long_names_and_read_whole(string options)
    {
        using var image = IsoImage.Open(await _made.ImageAsync("disc", [.. options.Split(' '), "-V", "D"]));

        Assert.True(image.Has(".treeinfo"));
        Assert.True(image.Has($"/{LongName}"));
        Assert.False(image.Has("images/pxeboot"));
        Assert.False(image.Has("images/none"));
        Assert.Equal(200, image.Names("many").Count);
        using var file = new StreamReader(image.OpenRead(LongName));
        Assert.Equal(new string('x', 5000), await file.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Links_are_followed_and_never_out_of_the_image()
    {
        File.CreateSymbolicLink(Path.Combine(_made.Folder, "disc", "loop"), "loop");
        File.CreateSymbolicLink(Path.Combine(_made.Folder, "disc", "out"), "../../../etc/passwd");
        File.CreateSymbolicLink(Path.Combine(_made.Folder, "disc", "root"), "/many");
        using var image = IsoImage.Open(await _made.ImageAsync("disc", "-R", "-V", "D"));

        Assert.True(image.Has("link/a long name, with Blanks.img"));
        Assert.True(image.Has("root/file-007.package.rpm"));
        Assert.False(image.Has("loop/x"));
        Assert.False(image.Has("out"));
    }

    [Fact]
    public async Task An_image_cut_short_is_refused_where_it_ends()
    {
        var path = await _made.ImageAsync("disc", "-R", "-V", "D");
        await using (var file = File.OpenWrite(path)) file.SetLength(40 * 2048);

        var refusal = Assert.ThrowsAny<IOException>(() =>
        {
            using var image = IsoImage.Open(path);
            foreach (var name in image.Names("many")) image.OpenRead($"many/{name}").Dispose();
        });
        Assert.Contains("is cut short", refusal.Message, StringComparison.Ordinal);

        await using (var file = File.OpenWrite(path)) file.SetLength(16 * 2048);
        Assert.Null(MediaProbe.Read(path));
    }

    [Fact]
    public async Task An_image_changed_at_random_is_read_or_refused()
    {
        var path = await _made.ImageAsync("disc", "-R", "-J", "-V", "D");
        var good = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        var broken = Path.Combine(_made.Folder, "broken.iso");

        Gen.Select(Gen.Int[16 * 2048, Math.Min(good.Length, 60 * 2048) - 1], Gen.Byte).Array[1, 20].Sample(
            changes =>
            {
                var bytes = (byte[])good.Clone();
                foreach (var (at, value) in changes) bytes[at] = value;
                File.WriteAllBytes(broken, bytes);
                try
                {
                    using var image = IsoImage.Open(broken);
                    foreach (var name in image.Names("")) _ = image.Has($"{name}/x") || image.Has(name);
                    using var file = image.OpenRead(LongName);
                    file.CopyTo(Stream.Null);
                }
                catch (Exception e) when (e is IOException or InvalidDataException)
                {
                    // Refused in so many words.
                }
            },
            iter: 200,
            threads: 1);
    }
}
