using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Completion;
using Lodge.Qemu.Completion.Addresses;
using Lodge.Qemu.Probing;
using Lodge.Qemu.Processors;
using Lodge.Qemu.Secrets;

namespace Lodge.Qemu.Preparation;

/// <summary>The command that would run a guest, to be looked at (<c>virsh domxml-to-native qemu-argv</c>).</summary>
public static class NativeConversion
{
    /// <summary>The format's name.</summary>
    public const string Format = "qemu-argv";

    /// <summary>Builds the command; nothing on the host is changed.</summary>
    /// <param name="definition">The guest, complete but for its aliases; it is changed.</param>
    /// <param name="capabilities">What its QEMU can do.</param>
    /// <param name="settings">What the administrator decided for all guests.</param>
    /// <param name="root">The folder of all guests' folders.</param>
    /// <param name="services">Secrets and volumes the guest uses.</param>
    /// <param name="cancellation">Stops looking for volumes.</param>
    /// <exception cref="Protocol.Errors.VirException">The guest cannot run on this QEMU.</exception>
    public static async ValueTask<QemuCommand> ConvertAsync(
        DomainDefinition definition, QemuCapabilities capabilities, QemuSettings settings, string root,
        GuestServices services, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(services);
        foreach (var disk in definition.Disks.AsEnumerable().Reverse())
        {
            await DiskPreparation.ResolveAsync(disk, services.Volumes, cancellation);
            SecretCheck.Run(disk, services.Secrets);
        }

        SecretCheck.Run(definition, services.Secrets);
        MakeCardsPlain(definition);
        AddressAssignment.Assign(definition, new QemuMachineFacts(capabilities), new CompletionOptions());
        DeviceAliases.Assign(definition);
        var directories = GuestDirectories.Under(root, definition.Id, definition.Name);
        GuestCpu.Settle(definition, capabilities, services.Cpus.Value, services.HostProcessor.Value);
        LiveValues.Assign(definition, settings, directories, services.NvramRoot);
        await DisplayPreparation.AssignNetworksAsync(definition, services.Networks, cancellation);
        foreach (var display in definition.Graphics)
        {
            DisplayPreparation.Show(
                display, settings, GuestDirectories.ShortName(definition.Id, definition.Name));
        }

        return QemuCommandLine.Build(definition, capabilities, new CommandLineContext
        {
            Settings = settings,
            Directories = directories,
            MasterKey = MasterKey.Create(),
            Secrets = services.Secrets,
            HostCdroms = HostCdroms.Find(),
            HostNodes = HostNodes.Find(),
        });
    }

    // Bridges and networks are the daemon's own work; whoever runs the command has a script for a plain tap.
    private static void MakeCardsPlain(DomainDefinition definition)
    {
        for (var i = 0; i < definition.Interfaces.Count; i++)
        {
            var card = definition.Interfaces[i];
            if (card is { Type: InterfaceType.Hostdev, Source.Hostdev: { } hostdev })
            {
                hostdev.Address = null;
                definition.Hostdevs.Add(hostdev);
            }

            definition.Interfaces[i] = new Interface
            {
                Type = InterfaceType.Ethernet,
                Mac = card.Mac,
                Model = card.Model,
                Script = card.Script,
            };
        }
    }
}
