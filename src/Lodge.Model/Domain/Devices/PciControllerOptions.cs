using System.Globalization;
using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What is said of a PCI controller: the hardware it is, and its numbers on the bus.</summary>
public sealed class PciControllerOptions
{
    /// <summary>The hardware that it is.</summary>
    public PciModelName ModelName { get; set; }

    /// <summary>Chassis number of a PCI bridge.</summary>
    public int? ChassisNumber { get; set; }

    /// <summary>Chassis of a PCIe port.</summary>
    public int? Chassis { get; set; }

    /// <summary>Port of a PCIe port.</summary>
    public int? Port { get; set; }

    /// <summary>First bus number of an expander.</summary>
    public int? BusNumber { get; set; }

    /// <summary>Index of a pSeries host bridge.</summary>
    public int? TargetIndex { get; set; }

    /// <summary>Whether devices can come and go.</summary>
    public bool? Hotplug { get; set; }

    /// <summary>The NUMA node it belongs to.</summary>
    public int? NumaNode { get; set; }

    /// <summary>Size of the 64-bit hole, in KiB.</summary>
    public ulong? Hole64 { get; set; }

    internal static PciControllerOptions Parse(Element element, Controller controller)
    {
        CheckSingle(element);
        var target = element.Child("target");
        var options = new PciControllerOptions
        {
            ModelName = element.Child("model")?.Named("name", PciModelNameNames.Table) ?? default,
            ChassisNumber = target?.Int("chassisNr", 0, nonNegative: true),
            Chassis = target?.Int("chassis", 0, nonNegative: true),
            Port = target?.Int("port", 0, nonNegative: true),
            BusNumber = target?.Int("busNr", 0, nonNegative: true),
            Hotplug = target?.OnOff("hotplug"),
            TargetIndex = target?.Int("index", 0, nonNegative: true),
        };
        if (target?.ChildText("node") is { } node)
        {
            options.NumaNode = Numbers.TryInt(node, 10, out var number) && number >= 0
                ? number
                : throw XmlError.Domain("invalid NUMA node in target");
        }

        if (controller.PciModel is PciControllerModel.PciRoot or PciControllerModel.PcieRoot)
        {
            options.Hole64 = element.ChildKibibytes("pcihole64");
        }

        return options;
    }

    internal static void CheckSingle(Element element)
    {
        foreach (var name in (ReadOnlySpan<string>)["model", "target"])
        {
            if (element.All(name).Count > 1)
            {
                throw XmlError.Domain($"Multiple <{name}> elements in controller definition not allowed");
            }
        }
    }

    internal void Format(XmlOutput output, Controller controller, DomainXmlFormatOptions options)
    {
        var implied = options.Migratable && controller.PciModel == PciControllerModel.PciRoot
            && ModelName == PciModelName.SpaprPciHostBridge;
        output.Start("model").Named("name", implied ? default : ModelName, PciModelNameNames.Table).EndUnlessEmpty();
        output.Start("target").Attribute("chassisNr", (long?)ChassisNumber).Attribute("chassis", (long?)Chassis)
            .Attribute("port", Port is { } port ? "0x" + port.ToString("x", CultureInfo.InvariantCulture) : null)
            .Attribute("busNr", (long?)BusNumber).Attribute("index", (long?)TargetIndex).OnOff("hotplug", Hotplug)
            .Text("node", (long?)NumaNode).EndUnlessEmpty();
    }
}
