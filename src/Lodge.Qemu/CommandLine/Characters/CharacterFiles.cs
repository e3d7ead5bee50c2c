using System.Globalization;
using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Characters;

/// <summary>
/// The open files that stand for paths of a character device, in QEMU's words; null where QEMU opens the path.
/// </summary>
/// <param name="Socket">The descriptor of a listening socket.</param>
/// <param name="Source">The path of the file that is written.</param>
/// <param name="Log">The path of the log.</param>
internal sealed record CharacterFiles(string? Socket, string? Source, string? Log)
{
    public static CharacterFiles None { get; } = new(null, null, null);

    /// <summary>Passes what was opened for the device to the command.</summary>
    public static CharacterFiles Pass(CharacterSource source, string id, GuestFiles files, QemuCommand command)
    {
        var socket = source.Type == CharacterSourceType.Unix ? files.TakeOne(GuestFiles.Socket(id)) : null;
        var output = source.Type == CharacterSourceType.File ? files.TakeOne(GuestFiles.Source(id)) : null;
        var log = source.LogFile is null ? null : files.TakeOne(GuestFiles.Log(id));
        if (socket is null && output is null && log is null) return None;
        return new(
            socket is null ? null : command.PassFile(socket).ToString(CultureInfo.InvariantCulture),
            output is null ? null : command.PassFileAsPath(output, GuestFiles.Source(id)),
            log is null ? null : command.PassFileAsPath(log, GuestFiles.Log(id)));
    }
}
