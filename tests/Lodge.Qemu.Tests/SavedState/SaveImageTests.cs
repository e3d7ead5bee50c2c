using System.Buffers.Binary;
using System.Text;
using CsCheck;
using Lodge.Protocol.Errors;
using Lodge.Qemu.SavedState;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Qemu.Tests.SavedState;

public sealed class SaveImageTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    [Theory]
    [InlineData(null)]
    [InlineData("<cookie/>\n")]
    public void What_is_written_is_read_again(string? cookie)
    {
        using var file = Open();
        var image = SaveImage.Create("<domain/>\n", cookie, wasRunning: true, SaveCompression.Gzip);
        image.WriteStart(file);
        image.MarkComplete(file);
        var read = SaveImage.Read(file);
        Assert.Equal(("<domain/>\n", cookie), (read.Xml, read.Cookie));
        Assert.True(read.WasRunning);
        Assert.Equal(SaveCompression.Gzip, read.Compression);
        Assert.Equal(image.StreamOffset, read.StreamOffset);
    }

    [Fact]
    public void The_bytes_are_those_of_libvirts_file()
    {
        var start = SaveImage.Create("<d/>", "<c/>", wasRunning: true, SaveCompression.Raw).Start();
        Assert.Equal("LibvirtQemudPart"u8.ToArray(), start[..16]);
        uint[] fields = [.. Enumerable.Range(0, 5).Select(
            index => BinaryPrimitives.ReadUInt32LittleEndian(start.AsSpan(16 + (4 * index))))];
        Assert.Equal([2u, 10u + (64 * 1024), 1u, 0u, 5u], fields);
        Assert.Equal("<d/>\0<c/>\0", Encoding.ASCII.GetString(start, 92, 10));
        Assert.Equal(92 + 10 + (64 * 1024), start.Length);
    }

    [Fact]
    public void A_file_that_was_not_written_to_its_end_is_told_from_one_that_was()
    {
        using var file = Open();
        var image = SaveImage.Create("<domain/>", null, wasRunning: false, SaveCompression.Raw);
        Assert.True(SaveImage.IsBroken(file));
        image.WriteStart(file);
        Assert.True(SaveImage.IsBroken(file));
        Assert.Equal(
            "save image is incomplete", Assert.Throws<VirException>(() => SaveImage.Read(file)).Message[^24..]);
        image.MarkComplete(file);
        Assert.False(SaveImage.IsBroken(file));
    }

    [Fact]
    public void A_file_of_a_host_with_the_other_byte_order_is_understood()
    {
        using var file = Open();
        var start = SaveImage.Create("<domain/>", null, wasRunning: true, SaveCompression.Xz).Start();
        "LibvirtQemudSave"u8.CopyTo(start);
        for (var offset = 16; offset < 36; offset += 4)
        {
            start.AsSpan(offset, 4).Reverse();
        }

        RandomAccess.Write(file, start, 0);
        var read = SaveImage.Read(file);
        Assert.Equal(("<domain/>", true, SaveCompression.Xz), (read.Xml, read.WasRunning, read.Compression));
    }

    [Fact]
    public void New_XML_takes_the_place_of_the_old_and_never_more_room_than_there_is()
    {
        using var file = Open();
        var image = SaveImage.Create("<domain/>", "<cookie/>", wasRunning: true, SaveCompression.Raw);
        image.WriteStart(file);
        image.MarkComplete(file);
        var offset = image.StreamOffset;
        SaveImage.Read(file).Rewrite(file, "<domain type='qemu'/>", wasRunning: false);
        var read = SaveImage.Read(file);
        Assert.Equal(("<domain type='qemu'/>", "<cookie/>", false), (read.Xml, read.Cookie, read.WasRunning));
        Assert.Equal(offset, read.StreamOffset);
        var refusal = Assert.Throws<VirException>(() => read.Rewrite(file, new string('x', 70_000), wasRunning: false));
        Assert.Contains("new xml too large to fit in file", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "failed to read qemu header")]
    [InlineData("not a saved guest", "failed to read qemu header")]
    public void What_is_no_such_file_is_refused(string content, string complaint)
    {
        File.WriteAllText(_path, content);
        using var file = Open();
        var refusal = Assert.Throws<VirException>(() => SaveImage.Read(file));
        Assert.Equal(VirErrorNumber.VIR_ERR_OPERATION_FAILED, refusal.Code);
        Assert.Contains(complaint, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lengths_are_checked_before_memory_is_taken()
    {
        using var file = Open();
        var start = SaveImage.Create("<domain/>", null, wasRunning: true, SaveCompression.Raw).Start();
        "LibvirtQemudSave"u8.CopyTo(start);
        BinaryPrimitives.WriteUInt32LittleEndian(start.AsSpan(20), uint.MaxValue);
        RandomAccess.Write(file, start, 0);
        Assert.Contains(
            "invalid header data length", Assert.Throws<VirException>(() => SaveImage.Read(file)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Any_bytes_are_read_or_refused() => Gen.Byte.Array[0, 200].Sample(bytes =>
    {
        try
        {
            _ = SaveHeader.Read([.. "LibvirtQemudSave"u8, .. bytes]);
        }
        catch (VirException refusal)
        {
            Assert.Equal(VirErrorNumber.VIR_ERR_OPERATION_FAILED, refusal.Code);
        }
    });

    public void Dispose() => File.Delete(_path);

    private SafeFileHandle Open() => File.OpenHandle(_path, FileMode.Open, FileAccess.ReadWrite);
}
