using System.Buffers.Binary;
using System.Text;
using CsCheck;
using Lodge.Model.Domain;
using Lodge.Model.Storage;
using Lodge.Storage.Probing;
using Xunit;

namespace Lodge.Storage.Tests.Probing;

public sealed class ImageHeaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("qcow2", StorageFormat.Qcow2, 67108864)]
    [InlineData("qcow", StorageFormat.Qcow, 67108864)]
    [InlineData("qed", StorageFormat.Qed, 67108864)]
    [InlineData("vdi", StorageFormat.Vdi, 67108864)]
    [InlineData("vmdk", StorageFormat.Vmdk, 67108864)]
    [InlineData("vpc", StorageFormat.Vpc, 67125248)]
    [InlineData("parallels", StorageFormat.Ploop, 67108864)]
    [InlineData("raw", StorageFormat.Raw, 0)]
    [InlineData("vhdx", StorageFormat.Raw, 0)]
    public void What_qemu_img_made_is_known_by_its_header(string format, StorageFormat expected, ulong capacity)
    {
        QemuImg.Run("create", "-q", "-f", format, _folder["image"], "64M");

        var header = ImageHeader.Read(ImageFile.ReadHead(_folder["image"]));

        Assert.Equal(expected, header.Format);
        Assert.Equal(capacity, header.Capacity);
        Assert.Null(header.Backing);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(512, 4000)]
    [InlineData(512, 4090)]
    [InlineData(4096, 8000)]
    [InlineData(4096, 32760)]
    [InlineData(32768, 33000)]
    public void A_header_read_in_parts_tells_what_the_whole_one_tells(int length, int backingOffset)
    {
        Gen.Byte.Array[64].Sample(
            noise =>
            {
                var image = new byte[backingOffset == 0 ? 40000 : 33280 + length];
                noise.CopyTo(image, 100);
                noise.CopyTo(image, 20000);
                "QFI"u8.CopyTo(image);
                image[3] = 0xfb;
                BinaryPrimitives.WriteInt32BigEndian(image.AsSpan(4), noise[0] % 4);
                BinaryPrimitives.WriteInt64BigEndian(image.AsSpan(8), backingOffset);
                BinaryPrimitives.WriteInt32BigEndian(image.AsSpan(16), noise[1]);
                BinaryPrimitives.WriteInt32BigEndian(image.AsSpan(100), 104);
                if (noise[2] % 3 == 0) "CD001"u8.CopyTo(image.AsSpan(32769));
                var whole = ImageHeader.Read(image);
                var gap = image.ToArray();
                gap.AsSpan(4096, 0x8000 - 4096).Fill(0xee);
                return ImageHeader.TryRead(gap.AsSpan(0, 0x8200), 4096, 0x8000) is not { } parts || parts == whole;
            },
            iter: 300);
    }

    [Theory]
    [InlineData("raw", 0)]
    [InlineData("raw", 5000)]
    [InlineData("raw", 33000)]
    [InlineData("raw", 1 << 20)]
    [InlineData("qcow2", 0)]
    [InlineData("vmdk", 0)]
    public void An_image_that_is_in_memory_reads_as_one_on_the_disk(string format, int size)
    {
        QemuImg.Run("create", "-q", "-f", format, _folder["image"], size == 0 ? "64M" : $"{size}");
        using var file = ImageFile.Open(_folder["image"]);

        Assert.Equal(
            ImageFile.ReadHeader(file, "image", isInMemory: false),
            ImageFile.ReadHeader(file, "image", isInMemory: true));
    }

    [Fact]
    public void To_look_at_an_image_does_not_count_as_using_it()
    {
        QemuImg.Run("create", "-q", "-f", "qcow2", _folder["image"], "64M");
        File.SetLastAccessTimeUtc(_folder["image"], DateTime.UnixEpoch);

        _ = ImageFile.ReadHead(_folder["image"]);

        Assert.Equal(DateTime.UnixEpoch, File.GetLastAccessTimeUtc(_folder["image"]));
    }

    [Theory]
    [InlineData("compat=0.10", null, null)]
    [InlineData("compat=1.1", "1.1", VolumeFeatures.None)]
    [InlineData("compat=1.1,lazy_refcounts=on", "1.1", VolumeFeatures.LazyRefcounts)]
    [InlineData("compat=1.1,extended_l2=on", "1.1", VolumeFeatures.ExtendedL2)]
    public void The_versions_of_qcow2_are_told_apart(string options, string? version, VolumeFeatures? features)
    {
        QemuImg.Run("create", "-q", "-f", "qcow2", "-o", options, _folder["image"], "1G");

        var header = ImageHeader.Read(ImageFile.ReadHead(_folder["image"]));

        Assert.Equal((version, features), (header.Compatibility, header.Features));
    }

    [Fact]
    public void The_size_of_clusters_is_the_one_asked_for()
    {
        QemuImg.Run("create", "-q", "-f", "qcow2", "-o", "cluster_size=128k", _folder["image"], "1G");

        Assert.Equal(131072UL, ImageHeader.Read(ImageFile.ReadHead(_folder["image"])).ClusterSize);
    }

    [Theory]
    [InlineData("qcow2")]
    [InlineData("qed")]
    public void An_overlay_names_what_lies_below(string format)
    {
        QemuImg.Run("create", "-q", "-f", "raw", _folder["base"], "1M");
        QemuImg.Run("create", "-q", "-f", format, "-b", "base", "-F", "raw", _folder["top"]);

        Assert.Equal(
            new ImageBacking("base", StorageFormat.Raw), ImageHeader.Read(ImageFile.ReadHead(_folder["top"])).Backing);
    }

    [Fact]
    public void A_vmdk_overlay_names_what_lies_below()
    {
        QemuImg.Run("create", "-q", "-f", "vmdk", _folder["base"], "1M");
        QemuImg.Run("create", "-q", "-f", "vmdk", "-b", _folder["base"], "-F", "vmdk", _folder["top"]);

        Assert.Equal(
            new ImageBacking(_folder["base"], null), ImageHeader.Read(ImageFile.ReadHead(_folder["top"])).Backing);
    }

    [Fact]
    public void Data_outside_of_an_image_is_named()
    {
        QemuImg.Run("create", "-q", "-f", "qcow2", "-o", $"data_file={_folder["data"]}", _folder["image"], "1M");

        Assert.Equal(_folder["data"], ImageHeader.Read(ImageFile.ReadHead(_folder["image"])).DataFile);
    }

    [Theory]
    [InlineData("luks", StorageFormat.Raw, "key-secret=s")]
    [InlineData("qcow2", StorageFormat.Qcow2, "encrypt.format=luks,encrypt.key-secret=s")]
    public void Encryption_is_seen(string format, StorageFormat expected, string options)
    {
        QemuImg.Run(
            "create", "-q", "-f", format, "--object", "secret,id=s,data=open sesame", "-o", options,
            _folder["image"], "1M");

        var header = ImageHeader.Read(ImageFile.ReadHead(_folder["image"]));

        Assert.Equal((expected, EncryptionFormat.Luks), (header.Format, header.Encryption?.Format));
    }

    [Fact]
    public void An_image_known_as_raw_stays_raw_whatever_it_contains()
    {
        QemuImg.Run("create", "-q", "-f", "qcow2", "-b", "/etc/shadow", "-F", "raw", "-u", _folder["image"], "1M");

        var header = ImageHeader.Read(ImageFile.ReadHead(_folder["image"]), StorageFormat.Raw);

        Assert.Equal(StorageFormat.Raw, header.Format);
        Assert.Null(header.Backing);
    }

    [Fact]
    public void A_disc_is_known_far_inside()
    {
        var disc = new byte[40000];
        "CD001"u8.CopyTo(disc.AsSpan(32769));

        Assert.Equal(StorageFormat.Iso, ImageHeader.Probe(disc.AsSpan(0, ImageHeader.LargestSize)));
    }

    [Fact]
    public void A_version_nobody_knows_makes_a_raw_image()
    {
        var header = new byte[512];
        "QFI\u00fb"u8.CopyTo(header);
        header[7] = 9;

        Assert.Equal(StorageFormat.Raw, ImageHeader.Probe(header));
    }

    [Fact]
    public void Lengths_beyond_the_header_name_nothing()
    {
        var header = Qcow2(backingOffset: ulong.MaxValue - 4, backingLength: 16);

        Assert.Null(ImageHeader.Read(header).Backing);
        Assert.Null(ImageHeader.Read(Qcow2(backingOffset: 200, backingLength: uint.MaxValue)).Backing);
        Assert.Null(ImageHeader.Read(Qcow2(backingOffset: 200, backingLength: 1024)).Backing);
    }

    [Fact]
    public void An_extension_that_claims_all_memory_ends_the_list()
    {
        var header = Qcow2(backingOffset: 400, backingLength: 4);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(104), 0xE2792ACA);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(108), uint.MaxValue);
        "base"u8.CopyTo(header.AsSpan(400));

        Assert.Equal(new ImageBacking("base", null), ImageHeader.Read(header).Backing);
    }

    [Fact]
    public void A_format_nobody_knows_counts_as_not_said()
    {
        var header = Qcow2(backingOffset: 400, backingLength: 4);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(104), 0xE2792ACA);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(108), 4);
        "evil"u8.CopyTo(header.AsSpan(112));
        "base"u8.CopyTo(header.AsSpan(400));

        Assert.Equal(new ImageBacking("base", null), ImageHeader.Read(header).Backing);
    }

    [Fact]
    public void Any_bytes_under_any_name_are_read_without_harm() =>
        Gen.Select(Gen.Byte.Array[0, 700], Gen.Int[-1, 16], Gen.Int[0, 8]).Sample((bytes, format, magic) =>
        {
            ReadOnlySpan<byte> known = magic switch
            {
                0 => "QFI\u00fb\0\0\0\u0002"u8,
                1 => [0x51, 0x46, 0x49, 0xfb, 0, 0, 0, 3],
                2 => [0x51, 0x46, 0x49, 0xfb, 0, 0, 0, 1],
                3 => "QED\0"u8,
                4 => [0x4b, 0x44, 0x4d, 0x56, 1, 0, 0, 0],
                5 => [0x4f, 0x4f, 0x4f, 0x4d, 0, 0, 0, 2],
                6 => [0x4c, 0x55, 0x4b, 0x53, 0xba, 0xbe, 0, 1],
                _ => [],
            };
            known[..Math.Min(known.Length, bytes.Length)].CopyTo(bytes);
            var header = ImageHeader.Read(bytes, format < 0 ? null : (StorageFormat)format);
            return header.Capacity <= long.MaxValue
                && Encoding.UTF8.GetByteCount(header.Backing?.Text ?? "") <= 3 * bytes.Length;
        });

    private static byte[] Qcow2(ulong backingOffset, uint backingLength)
    {
        var header = new byte[512];
        BinaryPrimitives.WriteUInt32BigEndian(header, 0x514649fb);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), 3);
        BinaryPrimitives.WriteUInt64BigEndian(header.AsSpan(8), backingOffset);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(16), backingLength);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(100), 104);
        return header;
    }
}
