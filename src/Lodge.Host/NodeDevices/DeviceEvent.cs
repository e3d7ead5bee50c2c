using System.Buffers.Binary;
using System.Text;

namespace Lodge.Host.NodeDevices;

/// <summary>Something that happened to a device, as the kernel or udev tells it.</summary>
/// <param name="Action">What: <c>add</c>, <c>remove</c>, <c>change</c>, <c>move</c>, <c>bind</c> …</param>
/// <param name="Path">The device's folder below /sys.</param>
/// <param name="OldPath">The folder it had before a <c>move</c>.</param>
public sealed record DeviceEvent(string Action, string Path, string? OldPath)
{
    private const uint UdevMagic = 0xfeedcafe;
    private const int UdevHeaderLength = 40;
    private const int UdevPropertiesOffset = 16;
    private const int UdevPropertiesLength = 20;

    /// <summary>Reads an event; null for what is none.</summary>
    /// <param name="datagram">A message of the kernel (<c>ACTION@DEVPATH</c>, then properties) or of udev, whose header
    /// says where the properties are.</param>
    public static DeviceEvent? Parse(ReadOnlySpan<byte> datagram)
    {
        var properties = Properties(datagram);
        string? action = null, path = null, oldPath = null;
        while (!properties.IsEmpty)
        {
            var end = properties.IndexOf((byte)0);
            var property = end < 0 ? properties : properties[..end];
            properties = end < 0 ? default : properties[(end + 1)..];
            action ??= Value(property, "ACTION="u8);
            path ??= Value(property, "DEVPATH="u8);
            oldPath ??= Value(property, "DEVPATH_OLD="u8);
        }

        return action is not null && IsPath(path)
            ? new(action, "/sys" + path, IsPath(oldPath) ? "/sys" + oldPath : null)
            : null;
    }

    private static ReadOnlySpan<byte> Properties(ReadOnlySpan<byte> datagram)
    {
        if (!datagram.StartsWith("libudev\0"u8))
        {
            var headline = datagram.IndexOf((byte)0);
            return headline < 0 ? default : datagram[(headline + 1)..];
        }

        if (datagram.Length < UdevHeaderLength || BinaryPrimitives.ReadUInt32BigEndian(datagram[8..]) != UdevMagic)
        {
            return default;
        }

        var offset = BinaryPrimitives.ReadUInt32LittleEndian(datagram[UdevPropertiesOffset..]);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(datagram[UdevPropertiesLength..]);
        return (ulong)offset + length <= (ulong)datagram.Length ? datagram.Slice((int)offset, (int)length) : default;
    }

    private static string? Value(ReadOnlySpan<byte> property, ReadOnlySpan<byte> name) =>
        property.StartsWith(name) ? Encoding.UTF8.GetString(property[name.Length..]) : null;

    private static bool IsPath(string? path) =>
        path is ['/', ..] && !path.Contains("/../", StringComparison.Ordinal)
            && !path.EndsWith("/..", StringComparison.Ordinal);
}
