using System.Buffers.Binary;
using System.Text;
using Lodge.Host.NodeDevices;

namespace Lodge.Host.Tests.NodeDevices;

public sealed class DeviceEventTests
{
    private const string Properties =
        "ACTION=move\0DEVPATH=/devices/virtual/net/b\0SUBSYSTEM=net\0DEVPATH_OLD=/devices/virtual/net/a\0";

    private static readonly DeviceEvent Moved = new("move", "/sys/devices/virtual/net/b", "/sys/devices/virtual/net/a");

    [Fact]
    public void A_message_of_the_kernel_is_read() =>
        Assert.Equal(Moved, DeviceEvent.Parse(Encoding.ASCII.GetBytes("move@/devices/virtual/net/b\0" + Properties)));

    [Fact]
    public void A_message_of_udev_is_read() => Assert.Equal(Moved, DeviceEvent.Parse(Udev(Properties)));

    [Fact]
    public void What_is_cut_off_forged_or_leads_out_of_sys_is_nothing()
    {
        var whole = Udev(Properties);
        Assert.Null(DeviceEvent.Parse(whole.AsSpan(0, 30)));
        BinaryPrimitives.WriteUInt32LittleEndian(whole.AsSpan(20), 4000);
        Assert.Null(DeviceEvent.Parse(whole));
        BinaryPrimitives.WriteUInt32BigEndian(whole.AsSpan(8), 1);
        Assert.Null(DeviceEvent.Parse(whole));
        Assert.Null(DeviceEvent.Parse("x\0ACTION=add\0DEVPATH=/../etc\0"u8));
        Assert.Null(DeviceEvent.Parse("x\0ACTION=add\0"u8));
        Assert.Null(DeviceEvent.Parse([]));
    }

    private static byte[] Udev(string properties)
    {
        var message = new byte[40 + properties.Length];
        "libudev\0"u8.CopyTo(message);
        BinaryPrimitives.WriteUInt32BigEndian(message.AsSpan(8), 0xfeedcafe);
        BinaryPrimitives.WriteUInt32LittleEndian(message.AsSpan(12), 40);
        BinaryPrimitives.WriteUInt32LittleEndian(message.AsSpan(16), 40);
        BinaryPrimitives.WriteUInt32LittleEndian(message.AsSpan(20), (uint)properties.Length);
        Encoding.ASCII.GetBytes(properties, message.AsSpan(40));
        return message;
    }
}
