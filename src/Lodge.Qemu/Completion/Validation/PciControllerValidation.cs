using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Probing;
using static Lodge.Qemu.Completion.Refusal;

namespace Lodge.Qemu.Completion.Validation;

/// <summary>PCI controllers: the QEMU device of each model and the options it takes.</summary>
internal static class PciControllerValidation
{
    public static VirException? Find(Controller controller, IMachineFacts facts)
    {
        if (controller.PciModel is not { } model || controller.Pci is not { } options)
        {
            return null;
        }

        var isPort = model is PciControllerModel.PcieRootPort or PciControllerModel.PcieSwitchDownstreamPort;
        var isExpander = model is PciControllerModel.PciExpanderBus or PciControllerModel.PcieExpanderBus;
        return Check(options.BusNumber, "busNr", isExpander)
            ?? Check(options.NumaNode, "numaNode", isExpander ? null : false)
            ?? Check(options.ChassisNumber, "chassisNr", model == PciControllerModel.PciBridge)
            ?? Check(options.Chassis, "chassis", isPort)
            ?? Check(options.Port, "port", isPort)
            ?? (options.Hotplug is not null && !isPort && model != PciControllerModel.PciRoot
                ? Invalid("hotplug") : null)
            ?? FindDevice(options.ModelName, facts);

        VirException? Check(int? value, string name, bool? wanted) => (value is not null, wanted) switch
        {
            (false, true) => Internal($"Required option '{name}' is not set for PCI controller with index "
                + $"'{controller.Index}', model '{controller.Model}' and modelName '{options.ModelName.ToXml()}'"),
            (true, false) => Invalid(name),
            _ => null,
        };

        VirException Invalid(string name) => Unsupported($"Option '{name}' is not valid for PCI controller with index "
            + $"'{controller.Index}', model '{controller.Model}' and modelName '{options.ModelName.ToXml()}'");
    }

    private static VirException? FindDevice(PciModelName name, IMachineFacts facts) =>
        name switch
        {
            PciModelName.PciBridge => QemuCapability.DevicePciBridge,
            PciModelName.I82801b11Bridge => QemuCapability.DeviceDmiToPciBridge,
            PciModelName.Ioh3420 => QemuCapability.DeviceIoh3420,
            PciModelName.X3130Upstream => QemuCapability.DeviceX3130Upstream,
            PciModelName.Xio3130Downstream => QemuCapability.DeviceXio3130Downstream,
            PciModelName.Pxb => QemuCapability.DevicePxb,
            PciModelName.PxbPcie => QemuCapability.DevicePxbPcie,
            PciModelName.PcieRootPort => QemuCapability.DevicePcieRootPort,
            PciModelName.PciePciBridge => QemuCapability.DevicePciePciBridge,
            _ => (QemuCapability?)null,
        }
        is { } needed && !facts.Has(needed)
            ? Unsupported($"The '{name.ToXml()}' device is not supported by this QEMU binary") : null;
}
