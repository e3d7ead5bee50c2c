using Lodge.Install.Media;
using Lodge.Install.Os;

namespace Lodge.Install.Tests.Media;

/// <summary>Trees and media of every kind: what they install, and with which kernel.</summary>
public sealed class InstallSourceTests : IDisposable
{
    private readonly MadeImages _made = new();

    public void Dispose() => _made.Dispose();

    [Theory]
    [InlineData("Fedora", "37", "fedora37")]
    [InlineData("Fedora", "Rawhide", "fedora-unknown")]
    [InlineData("Red Hat Enterprise Linux", "6.9", "rhel6.9")]
    [InlineData("Red Hat Enterprise Linux", "7.9", "rhel7.9")]
    [InlineData("Red Hat Enterprise Linux", "10.0", "rhel10.0")]
    [InlineData("Red Hat Enterprise Linux", "10.4", "rhel10-unknown")]
    [InlineData("CentOS Stream", "10", "centos-stream10")]
    [InlineData("CentOS", "7", "centos7.0")]
    public async Task Trees_of_Red_Hats_kind_are_known_by_their_treeinfo(string family, string version, string expected)
    {
        SkipWithoutDatabase();
        TreeInfo(family, version);

        await using var source = await OpenAsync("tree");

        Assert.Equal(expected, source.Os?.ShortId);
        Assert.Equal([new KernelPaths("images/vmlinuz", "images/initrd.img")], source.Kernels);
        Assert.Equal((InstallSourceKind.Folder, null, true), (source.Kind, source.CdromPath, source.NeedsNetwork));
    }

    [Fact]
    public async Task Older_trees_of_SUSE_are_known_by_their_content_file()
    {
        SkipWithoutDatabase();
        _made.Write("tree/content", "LABEL SUSE Linux Enterprise Server 11 SP4\nBASEARCHS x86_64\n");

        await using var source = await OpenAsync("tree");

        Assert.Equal("sles11sp4", source.Os?.ShortId);
        Assert.Equal(new KernelPaths("boot/x86_64/linux", "boot/x86_64/initrd"), source.Kernels[0]);
    }

    [Theory]
    [InlineData("dists/bullseye/main/installer-amd64", "Debian", "debian11", "amd64")]
    [InlineData("dists/focal/main/installer-arm64", "Ubuntu", "ubuntu20.04", "arm64")]
    public async Task Mirrors_of_Debian_and_Ubuntu_are_known_by_their_manifest(
        string path, string distribution, string expected, string architecture)
    {
        SkipWithoutDatabase();
        _made.Write($"{path}/current/images/MANIFEST", $"netboot/netboot.tar.gz -- {distribution} network installer\n");

        await using var source = await OpenAsync(path);

        Assert.Equal(expected, source.Os?.ShortId);
        var folder = $"current/images/netboot/{distribution.ToLowerInvariant()}-installer/{architecture}";
        Assert.Equal($"{folder}/linux", Assert.Single(source.Kernels).Kernel);
    }

    [Fact]
    public async Task A_medium_that_the_database_knows_gives_its_kernel_and_becomes_the_CD_of_the_guest()
    {
        SkipWithoutDatabase();
        _made.Write("disc/isolinux/vmlinuz", "kernel");
        _made.Write("disc/isolinux/initrd.img", "070701");
        var path = await _made.ImageAsync("disc", "-R", "-V", "Fedora-S-dvd-x86_64-37", "-sysid", "LINUX");

        await using var source = await InstallSource.OpenAsync(path, new(), TestContext.Current.CancellationToken);
        using var kernel = await source.FetchKernelAsync(_made.Folder, null, TestContext.Current.CancellationToken);

        Assert.Equal(("fedora37", path, null), (source.Os?.ShortId, source.CdromPath, source.KernelArgument));
        Assert.Equal("kernel", await File.ReadAllTextAsync(kernel.KernelPath, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_medium_of_Debian_has_its_kernel_where_media_have_it()
    {
        _made.Write("disc/.disk/info", "Debian GNU/Linux 12.1.0 \"Bookworm\"\n");
        var path = await _made.ImageAsync("disc", "-R", "-V", "unheard of");

        await using var source = await InstallSource.OpenAsync(path, new(), TestContext.Current.CancellationToken);

        Assert.Equal("install.amd/vmlinuz", Assert.Single(source.Kernels).Kernel);
    }

    [Fact]
    public async Task A_named_kernel_is_taken_from_a_place_that_nobody_knows()
    {
        _made.Write("tree/my/kernel", "kernel");
        _made.Write("tree/my/disk", "070701");

        await using var source = await OpenAsync("tree", new() { Kernel = new KernelPaths("my/kernel", "my/disk") });
        using var kernel = await source.FetchKernelAsync(_made.Folder, null, TestContext.Current.CancellationToken);

        Assert.Equal("070701", await File.ReadAllTextAsync(kernel.InitrdPath, TestContext.Current.CancellationToken));
        Assert.Null(source.Os);
    }

    [Fact]
    public async Task A_tree_without_its_kernel_is_refused_with_what_was_looked_for()
    {
        TreeInfo("Fedora", "37");
        await using var source = await OpenAsync("tree");

        var refusal = await Assert.ThrowsAsync<InstallSourceException>(
            () => source.FetchKernelAsync(_made.Folder, null, TestContext.Current.CancellationToken));

        Assert.Contains("Couldn't find kernel for install tree", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'images/vmlinuz' with 'images/initrd.img'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tree_that_points_out_of_itself_is_refused()
    {
        _made.Write("secret", "s");
        _made.Write("tree/.treeinfo", "[general]\nfamily=x\narch=a\n[images-a]\nkernel=../secret\ninitrd=../secret\n");
        await using var source = await OpenAsync("tree");

        await Assert.ThrowsAsync<InstallSourceException>(
            () => source.FetchKernelAsync(_made.Folder, null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_place_without_anything_to_install_is_refused_with_a_hint()
    {
        Directory.CreateDirectory(Path.Combine(_made.Folder, "tree"));
        var refusal = await Assert.ThrowsAsync<InstallSourceException>(() => OpenAsync("tree"));
        Assert.Contains("The location must be the root directory", refusal.Message, StringComparison.Ordinal);

        var missing = await Assert.ThrowsAsync<InstallSourceException>(() => OpenAsync("none.iso"));
        Assert.Contains("Validating install media", missing.Message, StringComparison.Ordinal);
    }

    private static void SkipWithoutDatabase() => Assert.SkipUnless(
        OsDatabase.Default.FindByShortId("fedora37") is not null, "osinfo-db is not installed");

    private void TreeInfo(string family, string version) => _made.Write("tree/.treeinfo", $"""
        [general]
        family = {family}
        version = {version}
        arch = x86_64
        [images-x86_64]
        kernel = images/vmlinuz
        initrd = images/initrd.img
        """);

    private Task<InstallSource> OpenAsync(string folder, InstallSourceOptions? options = null) =>
        InstallSource.OpenAsync(
            Path.Combine(_made.Folder, folder), options ?? new(), TestContext.Current.CancellationToken);
}
