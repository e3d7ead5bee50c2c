using Lodge.Model.Domain;

namespace Lodge.Client.Test;

/// <summary>Gives controllers numbers that have none, as every hypervisor does when a guest is defined.</summary>
internal static class ControllerNumbers
{
    /// <summary>Gives them. The parts of one USB 2 controller have one number.</summary>
    public static DomainDefinition Assign(DomainDefinition domain)
    {
        var before = default(Controller);
        foreach (var controller in domain.Controllers)
        {
            if (controller.Index < 0)
                controller.Index = IsPart(controller, before) ? before!.Index : Free(domain, controller);
            before = controller;
        }

        return domain;
    }

    private static bool IsPart(Controller controller, Controller? before) =>
        controller.Type == ControllerType.Usb && before?.Type == ControllerType.Usb
        && controller.UsbModel is UsbControllerModel.Ich9Uhci1 or UsbControllerModel.Ich9Uhci2
            or UsbControllerModel.Ich9Uhci3
        && before?.UsbModel is UsbControllerModel.Ich9Ehci1 or UsbControllerModel.Ich9Uhci1
            or UsbControllerModel.Ich9Uhci2;

    private static int Free(DomainDefinition domain, Controller wanted)
    {
        var taken = domain.Controllers.Where(other => other.Type == wanted.Type)
            .Select(other => other.Index).ToHashSet();
        var number = 0;
        while (taken.Contains(number)) number++;
        return number;
    }
}
