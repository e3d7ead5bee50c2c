using System.Globalization;
using System.Net;
using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine.Characters;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>Serial ports, parallel ports, channels and consoles, as the guest sees them.</summary>
internal static class CharacterProperties
{
    private const string SpiceAgentName = "com.redhat.spice.0";

    /// <summary>The device's properties.</summary>
    public static QemuProperties Of(CharacterDevice device, GuestScope scope) => device switch
    {
        SerialDevice serial => Serial(serial, scope),
        ParallelDevice parallel => QemuProperties.Device("isa-parallel")
            .Add("chardev", CharacterOption.Id(parallel.Alias))
            .Add("id", parallel.Alias),
        ChannelDevice channel => VirtioPort("virtserialport", channel, ChannelName(channel), scope),
        ConsoleDevice { TargetType: ConsoleTarget.Virtio } console =>
            VirtioPort("virtconsole", console, null, scope),
        ConsoleDevice { TargetType: ConsoleTarget.Sclp } console => Sclp("sclpconsole", console),
        ConsoleDevice { TargetType: ConsoleTarget.Sclplm } console => Sclp("sclplmconsole", console),
        ConsoleDevice console => throw ConfigurationError.Unsupported(
            $"unsupported console target type {console.TargetType.ToXml()}"),
        _ => throw ConfigurationError.Internal("unknown kind of character device"),
    };

    /// <summary>A network of QEMU's own in which one address leads to the host's end of a channel.</summary>
    public static QemuProperties GuestForward(ChannelDevice channel)
    {
        var address = IPAddress.TryParse(channel.ForwardAddress, out var parsed)
            ? parsed.ToString()
            : channel.ForwardAddress;
        var rule = string.Create(
            CultureInfo.InvariantCulture,
            $"tcp:{address}:{channel.ForwardPort}-chardev:{CharacterOption.Id(channel.Alias)}");
        return new QemuProperties()
            .Add("type", "user")
            .AddList("guestfwd", [new QemuProperties().Add("str", rule)])
            .Add("id", channel.Alias);
    }

    private static QemuProperties Serial(SerialDevice serial, GuestScope scope)
    {
        var driver = serial.TargetModel.ToXml();
        if (!scope.Capabilities.HasDevice(driver))
        {
            throw ConfigurationError.Unsupported($"'{driver}' is not supported in this QEMU binary");
        }

        var isIsa = serial.TargetModel == SerialModel.IsaSerial;
        return QemuProperties.Device(driver)
            .Add("chardev", CharacterOption.Id(serial.Alias))
            .Add("id", serial.Alias)
            .Add("index", isIsa && serial.Port >= 0 ? serial.Port : (long?)null)
            .AddAddress(serial, scope);
    }

    private static QemuProperties VirtioPort(string driver, CharacterDevice device, string? name, GuestScope scope)
    {
        if (device.Address is not (null or CcwAddress or VirtioSerialAddress))
        {
            throw ConfigurationError.Internal("virtio serial device has invalid address type");
        }

        return QemuProperties.Device(driver)
            .AddAddress(device, scope)
            .Add("chardev", CharacterOption.Id(device.Alias))
            .Add("id", device.Alias)
            .Add("name", name);
    }

    private static QemuProperties Sclp(string driver, ConsoleDevice console) => QemuProperties.Device(driver)
        .Add("chardev", CharacterOption.Id(console.Alias))
        .Add("id", console.Alias);

    private static string? ChannelName(ChannelDevice channel)
    {
        if (channel.Source.Type != CharacterSourceType.Spicevmc) return channel.Name;
        return channel.Name is null or SpiceAgentName
            ? SpiceAgentName
            : throw ConfigurationError.Unsupported($"Unsupported spicevmc target name '{channel.Name}'");
    }
}
