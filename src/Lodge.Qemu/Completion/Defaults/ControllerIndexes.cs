using Lodge.Model.Domain;

namespace Lodge.Qemu.Completion.Defaults;

/// <summary>Numbers for controllers that have none (<c>virDomainAssignControllerIndexes</c>).</summary>
internal static class ControllerIndexes
{
    public static void Assign(DomainDefinition domain)
    {
        var controllers = domain.Controllers;
        for (var position = 0; position < controllers.Count; position++)
        {
            var controller = controllers[position];
            if (controller.Index == -1)
            {
                controller.Index = GroupIndex(controllers, position) ?? domain.UnusedIndex(controller.Type);
            }
        }
    }

    /// <summary>
    /// Companions of a USB 2 controller share its number: where the USB controller before is one of such a group
    /// that has none of this model yet.
    /// </summary>
    private static int? GroupIndex(List<Controller> controllers, int position)
    {
        var controller = controllers[position];
        if (position == 0 || !controller.IsUsb2())
        {
            return null;
        }

        var before = controllers.FindLastIndex(position - 1, other => other.Type == ControllerType.Usb);
        if (before < 0 || !controllers[before].IsUsb2())
        {
            return null;
        }

        var index = controllers[before].Index;
        return controllers.Exists(
            other => other.Type == ControllerType.Usb && other.Index == index && other.Model == controller.Model)
            ? null
            : index;
    }
}
