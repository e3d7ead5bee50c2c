using System.Globalization;
using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine.Characters;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>USB devices that a remote viewer lends to the guest.</summary>
internal static class Redirdevs
{
    public static void Add(CommandLineWriter writer)
    {
        foreach (var device in writer.Definition.Redirdevs)
        {
            writer.AddCharacter(device.Source, CharacterOption.Id(device.Alias), SpiceChannels.UsbRedirection);
            writer.AddDevice(Properties(device, writer.Scope));
        }
    }

    public static QemuProperties Properties(Redirdev device, GuestScope scope) =>
        QemuProperties.Device("usb-redir")
            .Add("chardev", CharacterOption.Id(device.Alias))
            .Add("id", device.Alias)
            .Add("filter", Filter(scope.Definition.RedirFilter))
            .AddNonZero("bootindex", device.BootOrder)
            .AddAddress(device, scope);

    private static string? Filter(IReadOnlyList<RedirFilterRule>? filter) => filter is null or []
        ? null
        : string.Join('|', filter.Select(rule => string.Create(
            CultureInfo.InvariantCulture,
            $"{Word(rule.Class, "X2")}:{Word(rule.Vendor, "X4")}:{Word(rule.Product, "X4")}:"
            + $"{Word(rule.Version, "X4")}:{(rule.Allow ? 1 : 0)}")));

    private static string Word(int value, string format) =>
        value < 0 ? "-1" : "0x" + value.ToString(format, CultureInfo.InvariantCulture);
}
