using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A controller, read.</summary>
public sealed partial class Controller
{
    internal static Controller Parse(Element element, DomainXmlParseOptions options)
    {
        var controller =
            new Controller(element.Named("type", ControllerTypeNames.Table)) { Model = element.Attribute("model") };
        if (controller.Model is not null && !controller.KnowsModel())
        {
            throw XmlError.Unsupported($"Unknown model type '{controller.Model}'");
        }

        controller.Index = element.Int("index", nonNegative: true) ?? -1;
        controller.ParseDriver(element.Child("driver"));
        if (controller.Type == ControllerType.Pci)
        {
            controller.Pci = PciControllerOptions.Parse(element, controller);
        }
        else
        {
            PciControllerOptions.CheckSingle(element);
        }

        if (controller.UsbModel != UsbControllerModel.None)
        {
            controller.ParseInfo(element, options);
        }

        controller.ParseType(element);
        return controller;
    }

    private bool KnowsModel() => Type switch
    {
        ControllerType.Scsi => ScsiControllerModelNames.Table.TryParse(Model, out _),
        ControllerType.Usb => UsbControllerModelNames.Table.TryParse(Model, out _),
        ControllerType.Pci => PciControllerModelNames.Table.TryParse(Model, out _),
        ControllerType.Ide => IdeControllerModelNames.Table.TryParse(Model, out _),
        ControllerType.VirtioSerial => VirtioSerialModelNames.Table.TryParse(Model, out _),
        _ => false,
    };

    private void ParseDriver(Element? driver)
    {
        if (driver is null)
        {
            return;
        }

        Queues = driver.UInt("queues") ?? 0;
        CommandsPerLun = driver.UInt("cmd_per_lun") ?? 0;
        MaximumSectors = driver.UInt("max_sectors") ?? 0;
        IoEventFd = driver.OnOff("ioeventfd");
        IoThread = driver.UInt("iothread") ?? 0;
        Virtio = VirtioOptions.Parse(driver);
    }

    private void ParseType(Element element)
    {
        var ports = element.Int("ports", nonNegative: true);
        switch (Type)
        {
            case ControllerType.VirtioSerial:
                (Ports, Vectors) = (ports, element.Int("vectors", nonNegative: true));
                break;
            case ControllerType.Usb:
                Ports = ports;
                MasterStartPort ??= UsbModel switch
                {
                    UsbControllerModel.Ich9Uhci1 => 0U,
                    UsbControllerModel.Ich9Uhci2 => 2U,
                    UsbControllerModel.Ich9Uhci3 => 4U,
                    _ => null,
                };
                break;
            case ControllerType.Xenbus:
                MaximumGrantFrames = element.Int("maxGrantFrames", nonNegative: true);
                MaximumEventChannels = element.Int("maxEventChannels", nonNegative: true);
                break;
        }
    }
}
