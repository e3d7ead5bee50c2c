using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine.Characters;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>All network cards of a guest.</summary>
internal static class Interfaces
{
    public static void Add(CommandLineWriter writer, BootOrder bootOrder)
    {
        foreach (var card in writer.Definition.Interfaces)
        {
            // A card passed through whole is a device of the host, and is added among them.
            if (card.ActualType == InterfaceType.Hostdev) continue;
            if (card.ActualType == InterfaceType.Vhostuser)
            {
                writer.AddCharacter(card.Source.VhostUser!, CharacterOption.Id(card.Alias));
            }

            var files = NetdevFiles.Pass(card, writer.Context.Files, writer.Command);
            writer.AddNetdev(NetdevProperties.Of(card, files));
            writer.AddDevice(InterfaceProperties.Of(card, bootOrder.Of(card), writer.Scope));
        }
    }
}
