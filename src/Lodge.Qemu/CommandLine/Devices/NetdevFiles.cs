using System.Globalization;
using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>The open files of a network card's host end, in QEMU's words.</summary>
/// <param name="Taps">Descriptors of the tap's queues.</param>
/// <param name="Vhosts">Descriptors of the kernel's helpers.</param>
/// <param name="Vdpa">The path of the vDPA device, or null.</param>
internal sealed record NetdevFiles(IReadOnlyList<string> Taps, IReadOnlyList<string> Vhosts, string? Vdpa)
{
    /// <summary>Passes what was opened for the card to the command.</summary>
    public static NetdevFiles Pass(Interface card, GuestFiles files, QemuCommand command)
    {
        var vdpa = files.TakeOne(GuestFiles.Vdpa(card.Alias!));
        var taps = Pass(files.Take(GuestFiles.Tap(card.Alias!)), command);
        if (taps.Count == 0 && UsesTap(card)) taps.Add(Number(command.ReserveFile()));
        return new(
            taps,
            Pass(files.Take(GuestFiles.VhostNet(card.Alias!)), command),
            vdpa is null ? card.Source.Device : command.PassFileAsPath(vdpa, GuestFiles.Vdpa(card.Alias!)));
    }

    private static List<string> Pass(
        IReadOnlyList<System.Runtime.InteropServices.SafeHandle> handles, QemuCommand command) =>
        [.. handles.Select(handle => Number(command.PassFile(handle)))];

    private static bool UsesTap(Interface card) => card.ActualType
        is InterfaceType.Bridge or InterfaceType.Network or InterfaceType.Direct or InterfaceType.Ethernet;

    private static string Number(int descriptor) => descriptor.ToString(CultureInfo.InvariantCulture);
}
