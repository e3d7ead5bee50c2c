using System.Security.Cryptography;
using Lodge.Install.Media;

namespace Lodge.Install.Tests.Media;

/// <summary>What trees say of themselves.</summary>
public sealed class TreeInfoTests
{
    private const string Fedora = """
        [checksums]
        images/pxeboot/vmlinuz = sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
        images/boot.iso = crc:12

        [general]
        ; WARNING.0 = This section provides compatibility with pre-productmd treeinfos.
        arch = x86_64
        family = Fedora
        version: 37
        name = Fedora
          37

        [images-x86_64]
        kernel = images/pxeboot/vmlinuz
        initrd = images/pxeboot/initrd.img

        [images-xen]
        kernel = images/xen/vmlinuz
        initrd = images/xen/initrd.img
        """;

    [Fact]
    public void A_tree_says_what_it_is_and_where_its_kernels_lie()
    {
        var tree = TreeInfo.Parse(Fedora);

        Assert.Equal(("Fedora", "37", "x86_64"), (tree.Family, tree.Version, tree.Architecture));
        Assert.Equal("Fedora\n37", tree.Name);
        Assert.Equal(new KernelPaths("images/pxeboot/vmlinuz", "images/pxeboot/initrd.img"), tree.Images());
        Assert.Equal("images/xen/vmlinuz", tree.Images("xen")?.Kernel);
        Assert.Null(tree.Images("s390x"));
        Assert.Null(tree.Variant);
    }

    [Fact]
    public void Checksums_of_hashes_that_are_known_are_held_to()
    {
        var tree = TreeInfo.Parse(Fedora);

        Assert.True(tree.TryGetChecksum("images/pxeboot/vmlinuz", out var checksum));
        Assert.True(checksum.Is(SHA256.HashData("test"u8)));
        Assert.False(checksum.Is(SHA256.HashData("tess"u8)));
        Assert.False(tree.TryGetChecksum("images/boot.iso", out _));
        Assert.False(tree.TryGetChecksum("none", out _));
    }

    [Theory]
    [InlineData("<html>", "line 1")]
    [InlineData("key = value", "line 1: a key before")]
    [InlineData("[general]\nfamily\n", "line 2")]
    public void What_is_no_treeinfo_is_refused_by_its_line(string text, string said)
    {
        var refusal = Assert.Throws<InvalidDataException>(() => TreeInfo.Parse(text));
        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
    }
}
