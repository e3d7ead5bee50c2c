using System.Globalization;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.CommandLine.Block;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>Devices of the host that a guest has to itself.</summary>
internal static class Hostdevs
{
    public static void Add(CommandLineWriter writer, BootOrder bootOrder)
    {
        foreach (var card in writer.Definition.Interfaces)
        {
            if (card.ActualType != InterfaceType.Hostdev) continue;
            if ((card.Actual?.Source ?? card.Source).Hostdev is not { } device) continue;
            writer.AddDevice(HostdevProperties.Pci(
                InterfaceHostdev.Of(card, device), bootOrder.Of(card), card.Teaming, writer.Scope));
        }

        foreach (var device in writer.Definition.Hostdevs)
        {
            if (device.Mode == HostdevMode.Subsystem) Add(writer, device, bootOrder);
        }
    }

    private static void Add(CommandLineWriter writer, Hostdev device, BootOrder bootOrder)
    {
        switch (device.Type)
        {
            case HostdevType.Usb:
                writer.AddDevice(HostdevProperties.Usb(device, writer.Scope));
                break;
            case HostdevType.Pci when device.Address?.Type == AddressType.Unassigned:
                break;
            case HostdevType.Pci:
                writer.AddDevice(HostdevProperties.Pci(
                    device, bootOrder.Of(device), device.Teaming, writer.Scope));
                break;
            case HostdevType.Scsi:
                AddScsi(writer, device);
                break;
            case HostdevType.ScsiHost:
                AddScsiHost(writer, device);
                break;
            case HostdevType.Mdev:
                writer.AddDevice(HostdevProperties.Mediated(device, writer.Scope));
                break;
        }
    }

    private static void AddScsi(CommandLineWriter writer, Hostdev device)
    {
        var source = ScsiHostdevSource.Of(device);
        var node = ScsiHostdevSource.Node(device);
        var secrets = BlockSecrets.ForHostDevice(source, node, writer.Context);
        writer.AddObjects(secrets.Objects);
        var policy = new BlockPolicy { IsReadOnly = device.Readonly };
        writer.Command.Add(
            "-blockdev",
            BlockStorage.Properties(source, policy, node, secrets, BlockStorage.Form.HostDevice));
        writer.AddDevice(HostdevProperties.Scsi(device, node, writer.Scope));
    }

    private static void AddScsiHost(CommandLineWriter writer, Hostdev device)
    {
        var helper = writer.Context.Files.TakeOne(GuestFiles.Vhost(device.Alias!))
            ?? throw new VirException(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, VirErrorDomain.VIR_FROM_NONE,
                "vhost-scsi device file '/dev/vhost-scsi' cannot be found");
        var descriptor = writer.Command.PassFile(helper).ToString(CultureInfo.InvariantCulture);
        writer.AddDevice(HostdevProperties.ScsiHost(device, descriptor, writer.Scope));
    }
}
