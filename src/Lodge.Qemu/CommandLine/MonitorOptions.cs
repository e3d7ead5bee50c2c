using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine;

/// <summary>The socket through which the daemon speaks to QEMU.</summary>
internal static class MonitorOptions
{
    public const string SocketName = "monitor.sock";

    public static void Add(CommandLineWriter writer)
    {
        var socket = new CharacterSource
        {
            Type = CharacterSourceType.Unix,
            Path = Path.Combine(writer.Context.Directories.Library, SocketName),
            Listen = true,
        };
        writer.AddCharacter(socket, GuestFiles.Monitor);
        writer.Command.Add("-mon", new OptionString()
            .Add("chardev", GuestFiles.Monitor)
            .Add("id", "monitor")
            .Add("mode", "control"));
    }
}
