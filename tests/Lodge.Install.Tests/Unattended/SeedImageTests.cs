using Lodge.Host.Programs;
using Lodge.Install.Options;
using Lodge.Install.Unattended;

namespace Lodge.Install.Tests.Unattended;

public sealed class SeedImageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lodge-test-").FullName;

    public SeedImageTests() => Assert.SkipWhen(HostProgram.Find("xorriso") is null, "xorriso is not installed");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_image_has_its_label_and_files_and_is_its_owners_alone()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var driver = Path.Combine(_folder, "driver");
        await File.WriteAllTextAsync(driver, "drive", cancellation);
        var disk = new SeedDisk(SeedDisk.Anaconda, [new SeedFile("ks.cfg", "text\n"), new SeedFile("a=b c", "x")]);
        var path = Path.Combine(_folder, "seed = 1.iso");

        using (var image = await SeedImage.CreateAsync(disk, path, [("viostor.sys", driver)], cancellation))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(image.Path));
            var bytes = await File.ReadAllBytesAsync(path, cancellation);
            Assert.Equal("OEMDRV", System.Text.Encoding.ASCII.GetString(bytes, 32768 + 40, 32).TrimEnd());
            var listing = await HostProgram.RunAsync(
                "xorriso", ["-indev", path, "-find", "/", "-exec", "lsdl"], cancellation: cancellation);
            Assert.Contains("'/ks.cfg'", listing.Output, StringComparison.Ordinal);
            Assert.Contains("'/a=b c'", listing.Output, StringComparison.Ordinal);
            Assert.Contains("'/viostor.sys'", listing.Output, StringComparison.Ordinal);
            Assert.Contains("-r--------    1 0        0", listing.Output, StringComparison.Ordinal);
        }

        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task What_cannot_be_made_leaves_nothing()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var path = Path.Combine(_folder, "seed.iso");
        var outside = new SeedDisk(SeedDisk.Plain, [new SeedFile("../../etc/passwd", "x")]);
        var missing = new SeedDisk(SeedDisk.Plain, [new SeedFile("a", "x")]);

        await Assert.ThrowsAsync<OptionException>(() => SeedImage.CreateAsync(outside, path, null, cancellation));
        await Assert.ThrowsAsync<OptionException>(
            () => SeedImage.CreateAsync(missing, path, [("b", "/nowhere/at/all")], cancellation));
        Assert.Empty(Directory.GetFileSystemEntries(_folder));

        await File.WriteAllTextAsync(path, "mine", cancellation);
        await Assert.ThrowsAsync<OptionException>(() => SeedImage.CreateAsync(missing, path, null, cancellation));
        Assert.Equal("mine", await File.ReadAllTextAsync(path, cancellation));
    }
}
