using Lodge.Model.Domain;

namespace Lodge.Qemu.Completion;

/// <summary>Finds and adds controllers.</summary>
internal static class ControllerLookup
{
    public static Controller? Find(this DomainDefinition domain, ControllerType type, int index) =>
        domain.Controllers.Find(controller => controller.Type == type && controller.Index == index);

    public static bool IsUsb2(this Controller controller) => controller.UsbModel is
        UsbControllerModel.Ich9Ehci1 or UsbControllerModel.Ich9Uhci1 or UsbControllerModel.Ich9Uhci2
            or UsbControllerModel.Ich9Uhci3;

    public static int UnusedIndex(this DomainDefinition domain, ControllerType type)
    {
        var index = 0;
        while (domain.Find(type, index) is not null)
        {
            index++;
        }

        return index;
    }

    public static Controller Add(this DomainDefinition domain, ControllerType type, int index, string? model = null)
    {
        var controller = new Controller(type) { Index = index, Model = model };
        if (type == ControllerType.Pci)
        {
            controller.Pci = new PciControllerOptions();
        }

        domain.Controllers.Add(controller);
        return controller;
    }

    public static bool AddMissing(this DomainDefinition domain, ControllerType type, int index, string? model = null)
    {
        if (domain.Find(type, index) is not null)
        {
            return false;
        }

        domain.Add(type, index, model);
        return true;
    }

    public static bool HasRoot(this DomainDefinition domain, PciControllerModel model) =>
        domain.Find(ControllerType.Pci, 0)?.PciModel == model;
}
