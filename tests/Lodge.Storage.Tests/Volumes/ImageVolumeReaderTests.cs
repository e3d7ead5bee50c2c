using Lodge.Model.Domain;
using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Storage.Volumes;
using Xunit;

namespace Lodge.Storage.Tests.Volumes;

public sealed class ImageVolumeReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_overlay_is_read_with_what_lies_below()
    {
        QemuImg.Run("create", "-q", "-f", "raw", _folder["base"], "1M");
        QemuImg.Run("create", "-q", "-f", "qcow2", "-b", "base", "-F", "raw", _folder["top"]);

        var volume = Read("top")!;

        Assert.Equal((1048576UL, "qcow2"), (volume.Capacity, volume.Target.Format));
        Assert.Equal((_folder["base"], "raw"), (volume.Backing!.Path, volume.Backing.Format));
        Assert.NotNull(volume.Backing.Timestamps);
    }

    [Theory]
    [InlineData("/nowhere/base", "/nowhere/base")]
    [InlineData("nbd://host/export", "nbd://host/export")]
    [InlineData("json:{}", "json:{}")]
    public void An_overlay_on_something_out_of_reach_is_shown_as_it_is_written(string text, string path)
    {
        QemuImg.Run("create", "-q", "-f", "qcow2", "-b", "x", "-F", "raw", "-u", _folder["top"], "1M");
        Rewrite(_folder["top"], text);

        Assert.Equal((path, "raw"), (Read("top")!.Backing!.Path, Read("top")!.Backing!.Format));
    }

    [Fact]
    public void Pipes_sockets_and_links_to_nowhere_are_no_volumes()
    {
        using (var make = System.Diagnostics.Process.Start("/usr/bin/mkfifo", _folder["pipe"])) make.WaitForExit();
        File.CreateSymbolicLink(_folder["link"], "/nowhere");

        Assert.Null(Read("pipe"));
        Assert.Null(Read("link"));
        Assert.Null(Read("missing"));
    }

    [Fact]
    public void A_folder_is_a_volume_of_its_own_kind()
    {
        Directory.CreateDirectory(_folder["folder"]);

        Assert.Equal(
            (VirStorageVolType.VIR_STORAGE_VOL_DIR, "dir", 0UL),
            (Read("folder")!.Type, Read("folder")!.Target.Format, Read("folder")!.Capacity));
    }

    [Fact]
    public void What_changed_is_read_again()
    {
        File.WriteAllText(_folder["v"], "x");
        var known = Read("v")!;

        File.WriteAllText(_folder["v"], "longer");

        Assert.Equal(6UL, new ImageVolumeReader().Read(_folder["v"], "v", known)!.Capacity);
    }

    [Fact]
    public void Encrypted_content_is_counted_without_its_header()
    {
        QemuImg.Run("create", "-q", "-f", "raw", _folder["v"], "1M");
        using (var file = new FileStream(_folder["v"], FileMode.Open))
        {
            file.Write([0x4c, 0x55, 0x4b, 0x53, 0xba, 0xbe, 0, 1]);
            file.Position = 104;
            file.Write([0, 0, 2, 0]);
        }

        var volume = Read("v")!;
        Assert.Equal((1048576UL - 262144, EncryptionFormat.Luks), (volume.Capacity, volume.Target.Encryption!.Format));
    }

    private static void Rewrite(string path, string text)
    {
        var bytes = File.ReadAllBytes(path);
        var offset = System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(8));
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(16), (uint)text.Length);
        System.Text.Encoding.ASCII.GetBytes(text).CopyTo(bytes, (int)offset);
        File.WriteAllBytes(path, bytes);
    }

    private StorageVolumeDefinition? Read(string name) =>
        new ImageVolumeReader().Read(_folder[name], name, known: null);
}
