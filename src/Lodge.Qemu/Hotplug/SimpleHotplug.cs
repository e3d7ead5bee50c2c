using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.CommandLine.Characters;
using Lodge.Qemu.CommandLine.Devices;
using Lodge.Qemu.CommandLine.Memory;
using Lodge.Qemu.Preparation;

namespace Lodge.Qemu.Hotplug;

/// <summary>Devices that are one device and at most one object behind it.</summary>
internal static class SimpleHotplug
{
    public static async Task PlugAsync(LiveGuest guest, Device device, PlugTransaction plug)
    {
        var scope = guest.Scope;
        switch (device)
        {
            case Controller { Type: not ControllerType.Scsi } controller:
                throw HotplugError.Unsupported($"'{controller.Type.ToXml()}' controller cannot be hot plugged.");
            case Controller controller:
                await plug.AddDeviceAsync(ControllerProperties.Of(controller, scope));
                break;
            case Hostdev { Type: HostdevType.Usb } usb:
                await plug.AddDeviceAsync(HostdevProperties.Usb(usb, scope));
                break;
            case Hostdev { Mode: HostdevMode.Subsystem, Type: HostdevType.Pci, Pci: not null } passed:
                await PciPassing.TakeAsync(
                    passed, null, guest.Definition.Name, guest.Services, plug.OnUndo, CancellationToken.None);
                await plug.AddDeviceAsync(HostdevProperties.Pci(passed, passed.BootOrder, passed.Teaming, scope));
                break;
            case Hostdev hostdev:
                throw HotplugError.Unsupported(
                    $"hotplug is not supported for hostdev subsys type '{hostdev.Type.ToXml()}'");
            case Rng rng:
                await PlugRngAsync(guest, rng, plug);
                break;
            case MemoryDevice module:
                await PlugMemoryAsync(guest, module, plug);
                break;
            case Watchdog watchdog:
                await PlugWatchdogAsync(scope, watchdog, plug);
                break;
            case Input input:
                await plug.AddDeviceAsync(Inputs.Properties(input, scope) ?? throw HotplugError.Unsupported(
                    $"input device on bus '{input.Bus.ToXml()}' cannot be hot plugged."));
                break;
            case Redirdev redirdev:
                await plug.AddCharacterAsync(CharacterBackend.Properties(
                    redirdev.Source, CharacterOption.Id(redirdev.Alias), guest.Context.Settings,
                    SpiceChannels.UsbRedirection));
                await plug.AddDeviceAsync(Redirdevs.Properties(redirdev, scope));
                break;
            default:
                throw HotplugError.Unsupported("live attach of this device is not supported");
        }
    }

    private static async Task PlugRngAsync(LiveGuest guest, Rng rng, PlugTransaction plug)
    {
        if (rng is { Backend: RngBackend.Egd, Source: { } source })
        {
            await plug.AddCharacterAsync(
                CharacterBackend.Properties(source, CharacterOption.Id(rng.Alias), guest.Context.Settings));
        }

        await plug.AddObjectAsync(Rngs.BackendObject(rng));
        await plug.AddDeviceAsync(Rngs.Properties(rng, guest.Scope));
    }

    private static async Task PlugMemoryAsync(LiveGuest guest, MemoryDevice module, PlugTransaction plug)
    {
        const ulong Step = 2048;
        module.Size = (module.Size + Step - 1) / Step * Step;
        var backend = MemoryBackend.Of(MemoryRequest.Of(module), guest.Scope).Properties;
        await plug.AddObjectAsync(backend);
        await plug.AddDeviceAsync(MemoryModules.Properties(module, guest.Scope));
        guest.Definition.Memory += module.Size;
    }

    private static async Task PlugWatchdogAsync(GuestScope scope, Watchdog watchdog, PlugTransaction plug)
    {
        if (watchdog.Model != WatchdogModel.I6300esb)
        {
            throw HotplugError.Unsupported($"hotplug of watchdog of model {watchdog.Model.ToXml()} is not supported");
        }

        await plug.ExecuteAsync(
            "watchdog-set-action", new QemuProperties().Add("action", Watchdogs.Action(watchdog)));
        await plug.AddDeviceAsync(Watchdogs.Properties(watchdog, scope));
    }
}
