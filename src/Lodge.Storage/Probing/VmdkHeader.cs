using System.Text;

namespace Lodge.Storage.Probing;

/// <summary>The descriptor inside a VMware image of one file.</summary>
/// <remarks>Source: VMware Virtual Disk Format 1.1, "The Extent Description" and "Hosted Sparse Extents".</remarks>
internal static class VmdkHeader
{
    private const ulong DescriptorOffset = 512;

    /// <summary>The image below.</summary>
    public static ImageBacking? Backing(HeaderBytes header)
    {
        if (header.Length <= (int)DescriptorOffset) return null;
        var descriptor = header.At(DescriptorOffset, (ulong)header.Length - DescriptorOffset);
        var end = descriptor.IndexOf((byte)0);
        if (end >= 0) descriptor = descriptor[..end];
        var key = "parentFileNameHint=\""u8;
        var start = descriptor.IndexOf(key);
        if (start < 0) return null;
        var value = descriptor[(start + key.Length)..];
        var quote = value.IndexOf((byte)'"');
        return quote > 0 ? new ImageBacking(Encoding.UTF8.GetString(value[..quote]), Format: null) : null;
    }
}
