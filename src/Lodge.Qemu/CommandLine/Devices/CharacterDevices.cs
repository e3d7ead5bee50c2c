using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine.Characters;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>All serial ports, parallel ports, channels and consoles of a guest.</summary>
internal static class CharacterDevices
{
    public static void Add(CommandLineWriter writer)
    {
        AddSerials(writer);
        foreach (var parallel in writer.Definition.Parallels)
        {
            Add(writer, parallel);
        }

        AddChannels(writer);
        foreach (var console in writer.Definition.Consoles)
        {
            // The first console is often the first serial port seen again.
            if (console.TargetType != ConsoleTarget.Serial) Add(writer, console);
        }
    }

    private static void AddSerials(CommandLineWriter writer)
    {
        var hasSpice = writer.Definition.Graphics.Any(display => display.Type == GraphicsType.Spice);
        foreach (var serial in writer.Definition.Serials)
        {
            if (serial.Source.Type == CharacterSourceType.Spiceport && !hasSpice) continue;
            if (!IsBuiltIn(serial))
            {
                Add(writer, serial);
                continue;
            }

            var id = CharacterOption.Id(serial.Alias);
            writer.AddCharacter(serial.Source, id);
            writer.Command.Add("-serial", "chardev:" + id);
        }
    }

    private static void AddChannels(CommandLineWriter writer)
    {
        foreach (var channel in writer.Definition.Channels)
        {
            if (channel.TargetType == ChannelTarget.Guestfwd)
            {
                writer.AddCharacter(channel.Source, CharacterOption.Id(channel.Alias));
                writer.AddNetdev(CharacterProperties.GuestForward(channel));
            }
            else
            {
                Add(writer, channel);
            }
        }
    }

    private static void Add(CommandLineWriter writer, CharacterDevice device)
    {
        writer.AddCharacter(device.Source, CharacterOption.Id(device.Alias));
        writer.AddDevice(CharacterProperties.Of(device, writer.Scope));
    }

    private static bool IsBuiltIn(SerialDevice serial) =>
        serial.TargetType == SerialTarget.None
        || serial.TargetModel is SerialModel.Pl011 or SerialModel.Model16550a;
}
