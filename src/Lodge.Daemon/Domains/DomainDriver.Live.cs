using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Completion;
using Lodge.Qemu.Hotplug;
using Lodge.Qemu.Secrets;

namespace Lodge.Daemon.Domains;

internal sealed partial class DomainDriver
{
    /// <summary>
    /// A guest as far as its devices go, with a copy of its definition to be changed and then published.
    /// </summary>
    public ValueTask<LiveGuest> LiveGuestAsync(LiveDomain live)
    {
        live.Context ??= new CommandLineContext
        {
            Settings = Resources.Settings,
            Directories = live.Directories,
            MasterKey = MasterKey.Read(live.Directories.Library),
            Secrets = Resources.Services.Secrets,
        };
        var facts = new QemuMachineFacts(live.Capabilities);
        return ValueTask.FromResult(new LiveGuest
        {
            Definition = live.Draft(),
            Capabilities = live.Capabilities,
            Context = live.Context,
            Services = Resources.Services,
            Monitor = live.Monitor,
            Removals = live.Removals,
            Complete = (definition, device) => CompleteLive(definition, device, facts),
        });
    }

    private void CompleteLive(DomainDefinition definition, Device device, QemuMachineFacts facts)
    {
        var before = definition.Controllers.ToHashSet();
        DomainCompletion.Complete(definition, facts, _completion with { Live = true });

        // A machine that runs has the slots it was started with: a bus that would have to be added cannot be.
        var added = definition.Controllers.Find(controller =>
            !before.Contains(controller) && !(device is Disk && controller.Type == ControllerType.Scsi));
        if (added is { Type: ControllerType.VirtioSerial })
            throw DomainErrors.Of(VirErrorNumber.VIR_ERR_XML_ERROR, "no virtio-serial controllers are available");
        if (added is not null)
            throw DomainErrors.Internal("No more available PCI slots");
    }
}
