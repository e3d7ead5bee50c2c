using System.Text;
using Lodge.Install.Media;

namespace Lodge.Fuzz.Targets;

/// <summary>What trees of strangers say of themselves.</summary>
internal sealed class TreeInfoTarget : IFuzzTarget
{
    public string Name => "treeinfo";

    public IEnumerable<byte[]> Seeds { get; } =
    [
        [.. "[general]\nfamily = F\nversion: 1\narch = a\n[images-a]\nkernel = k\n initrd\ninitrd=i\n"u8],
        [.. "; word\n[checksums]\na:b = sha256:00\nk = md5:0123456789abcdef0123456789abcdef\n"u8],
    ];

    public void Run(ReadOnlySpan<byte> input)
    {
        try
        {
            var tree = TreeInfo.Parse(Encoding.UTF8.GetString(input));
            _ = tree.Images();
            _ = tree.TryGetChecksum("k", out _);
        }
        catch (InvalidDataException)
        {
            // Refused by its line: as it should be.
        }
    }
}
