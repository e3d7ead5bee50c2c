using Lodge.Install.Drafts;

namespace Lodge.Install.Options.Devices;

/// <summary>Controllers that make a USB bus of a generation.</summary>
internal static class UsbControllers
{
    private const string List = "devices/controller";

    /// <summary>USB 2 with the three companions that serve slower devices.</summary>
    public static void AddSecondGeneration(Draft domain)
    {
        Add(domain, "ich9-ehci1");
        foreach (var (model, port) in new[] { ("ich9-uhci1", "0"), ("ich9-uhci2", "2"), ("ich9-uhci3", "4") })
            Add(domain, model)["master/@startport"] = port;
    }

    /// <summary>USB 3 with as many ports as QEMU has.</summary>
    public static void AddThirdGeneration(Draft domain) => Add(domain, "qemu-xhci")["@ports"] = "15";

    private static Draft Add(Draft domain, string model)
    {
        var controller = domain.Add(List);
        (controller["@type"], controller["@model"]) = ("usb", model);
        return controller;
    }
}
