using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Storage.Chains;
using Lodge.Storage.Probing;

namespace Lodge.Fuzz.Targets;

/// <summary>The first bytes of images that anybody may have written, and what they name below them.</summary>
internal sealed class ImageHeaderTarget : IFuzzTarget
{
    private static readonly StorageSource Above = new() { Path = "/nowhere/top", Format = StorageFormat.Qcow2 };

    public string Name => "image-header";

    public IEnumerable<byte[]> Seeds { get; } =
    [
        Qcow2("/nowhere/base"),
        Qcow2("""json:{"driver":"nbd","server.type":"inet","server.host":"h","server.port":"7","export":"e"}"""),
        Qcow2("rbd:pool/image:id=u:mon_host=a\\:1\\;b"),
        [.. "QED\0"u8, .. new byte[60]],
        [.. "KDMV"u8, 1, 0, 0, 0, .. new byte[504], .. "parentFileNameHint=\"/base\""u8],
        [.. "OOOM"u8, 0, 0, 0, 2, .. "/base"u8, .. new byte[1100]],
        [0x4c, 0x55, 0x4b, 0x53, 0xba, 0xbe, 0, 1, .. new byte[200]],
        [.. "conectix"u8, .. new byte[100]],
    ];

    public void Run(ReadOnlySpan<byte> input)
    {
        var header = ImageHeader.Read(input);
        if (header.Capacity > long.MaxValue) throw new InvalidOperationException("a capacity that no file has");
        foreach (var format in Enum.GetValues<StorageFormat>())
        {
            Follow(ImageHeader.Read(input, format));
        }
    }

    private static void Follow(ImageHeader header)
    {
        if (header.Backing is not { } backing) return;
        try
        {
            _ = BackingText.Parse(backing.Text, Above);
        }
        catch (VirException)
        {
            // Said in so many words: as it should be.
        }
    }

    private static byte[] Qcow2(string backing)
    {
        var header = new byte[1024];
        ReadOnlySpan<byte> start =
            [0x51, 0x46, 0x49, 0xfb, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, (byte)backing.Length];
        start.CopyTo(header);
        header[103] = 104;
        ReadOnlySpan<byte> extension = [0xe2, 0x79, 0x2a, 0xca, 0, 0, 0, 3, (byte)'r', (byte)'a', (byte)'w'];
        extension.CopyTo(header.AsSpan(104));
        System.Text.Encoding.ASCII.GetBytes(backing).CopyTo(header, 256);
        return header;
    }
}
