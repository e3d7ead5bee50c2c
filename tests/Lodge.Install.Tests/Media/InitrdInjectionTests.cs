using System.IO.Compression;
using Lodge.Install.Media;
using Lodge.Testing;

namespace Lodge.Install.Tests.Media;

/// <summary>Files that go into memory disks.</summary>
public sealed class InitrdInjectionTests : IDisposable
{
    private readonly MadeImages _made = new();

    public void Dispose() => _made.Dispose();

    [Fact]
    public async Task A_compressed_disk_stays_as_it_is_and_gets_an_archive_behind_it()
    {
        var initrd = _made.Write("initrd", "");
        await using (var zip = new GZipStream(File.Create(initrd), CompressionLevel.Fastest)) zip.Write(new byte[777]);
        var before = await File.ReadAllBytesAsync(initrd, TestContext.Current.CancellationToken);

        await InitrdInjection.AppendAsync(
            initrd,
            [
                new InjectedFile("ks.cfg", "text\n"u8.ToArray(), UnixFileMode.UserRead),
                new InjectedFile("etc/deep/er", "x"u8.ToArray()),
            ],
            TestContext.Current.CancellationToken);

        var after = await File.ReadAllBytesAsync(initrd, TestContext.Current.CancellationToken);
        Assert.Equal(before, after[..before.Length]);
        var start = after.AsSpan().IndexOf("070701"u8);
        Assert.Equal(0, start % 4);
        Assert.True(start - before.Length >= 4);
        Assert.Equal(-1, after.AsSpan(before.Length, start - before.Length).IndexOfAnyExcept((byte)0));
        Assert.Equal("ks.cfg 400 5\netc 755\netc/deep/er 644 1\n", await UnpackAsync(after[start..]));
    }

    [Theory]
    [InlineData("no disk at all")]
    [InlineData("")]
    public async Task What_no_kernel_unpacks_is_refused_and_left_alone(string content)
    {
        var initrd = _made.Write("initrd", content);

        var refusal = await Assert.ThrowsAsync<InstallSourceException>(() => InitrdInjection.AppendAsync(
            initrd, [new InjectedFile("ks.cfg", new byte[1])], TestContext.Current.CancellationToken));

        Assert.Contains("'initrd' is no memory disk", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllTextAsync(initrd, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("../etc/passwd")]
    [InlineData("")]
    [InlineData("a//b")]
    public async Task Names_that_are_none_are_refused(string name)
    {
        var initrd = _made.Write("initrd", "070701");
        await Assert.ThrowsAsync<InstallSourceException>(() => InitrdInjection.AppendAsync(
            initrd, [new InjectedFile(name, new byte[1])], TestContext.Current.CancellationToken));
    }

    private async Task<string> UnpackAsync(byte[] archive)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/cpio"), "cpio is not installed");
        Directory.CreateDirectory(Path.Combine(_made.Folder, "unpacked"));
        await File.WriteAllBytesAsync(
            Path.Combine(_made.Folder, "tail"), archive, TestContext.Current.CancellationToken);
        const string Unpack = "cpio -idm --quiet <../tail && stat -c '%n %a %s' ks.cfg && stat -c '%n %a' etc "
            + "&& stat -c '%n %a %s' etc/deep/er";
        var run = await ProgramRun.OfAsync("/bin/sh", ["-c", $"cd '{_made.Folder}/unpacked' && {Unpack}"]);
        return run.Output + run.Errors;
    }
}
