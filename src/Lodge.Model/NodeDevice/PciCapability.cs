using System.Globalization;
using Lodge.Model.Xml;

namespace Lodge.Model.NodeDevice;

/// <summary>A PCI function.</summary>
public sealed record PciCapability : NodeDeviceCapability
{
    private static readonly string[] Headers = ["endpoint", "pci-bridge", "cardbus-bridge"];

    /// <summary>Class, subclass and programming interface, a byte each.</summary>
    public int? Class { get; init; }

    /// <summary>Where it sits.</summary>
    public PciAddress Address { get; init; }

    /// <summary>The maker's number of the product.</summary>
    public uint Product { get; init; }

    /// <summary>The product's name.</summary>
    public string? ProductName { get; init; }

    /// <summary>The maker's number.</summary>
    public uint Vendor { get; init; }

    /// <summary>The maker's name.</summary>
    public string? VendorName { get; init; }

    /// <summary>The function that this virtual one belongs to.</summary>
    public PciAddress? PhysicalFunction { get; init; }

    /// <summary>How many virtual functions it could have (SR-IOV).</summary>
    public uint MaximumVirtualFunctions { get; init; }

    /// <summary>The virtual functions it has.</summary>
    public IReadOnlyList<PciAddress> VirtualFunctions { get; init; } = [];

    /// <summary>The header's type: 0 for an endpoint, 1 for a bridge.</summary>
    public int Header { get; init; }

    /// <summary>What mediated devices can be made of it; null where it is no parent of such.</summary>
    public IReadOnlyList<MdevType>? MdevTypes { get; init; }

    /// <summary>The IOMMU group it is in.</summary>
    public int? IommuGroup { get; init; }

    /// <summary>All functions of that group.</summary>
    public IReadOnlyList<PciAddress> IommuGroupMembers { get; init; } = [];

    /// <summary>The NUMA node it is near to.</summary>
    public int? NumaNode { get; init; }

    /// <summary>Whether it is PCI Express.</summary>
    public bool IsExpress { get; init; }

    /// <summary>What its link can do.</summary>
    public PcieLink? LinkCapability { get; init; }

    /// <summary>What its link does.</summary>
    public PcieLink? LinkStatus { get; init; }

    /// <inheritdoc/>
    public override NodeDeviceKind Kind => NodeDeviceKind.Pci;

    /// <inheritdoc/>
    public override IEnumerable<NodeDeviceKind> FurtherKinds => MdevTypes is null ? [] : [NodeDeviceKind.MdevTypes];

    internal override void Format(XmlOutput output)
    {
        if (Class is { } number)
        {
            output.Text("class", string.Create(CultureInfo.InvariantCulture, $"0x{number:x6}"));
        }

        output.Text("domain", (long?)Address.Domain)
            .Text("bus", (long?)Address.Bus)
            .Text("slot", (long?)Address.Slot)
            .Text("function", (long?)Address.Function);
        Named(output, "product", Product, ProductName);
        Named(output, "vendor", Vendor, VendorName);
        FormatFunctions(output);
        if (Header > 0 && Header < Headers.Length)
        {
            output.Start("capability").Attribute("type", Headers[Header]).End();
        }

        MdevType.Format(output, MdevTypes);
        if (IommuGroupMembers.Count > 0)
        {
            output.Start("iommuGroup").Attribute("number", (long?)IommuGroup);
            foreach (var member in IommuGroupMembers)
            {
                member.Format(output);
            }

            output.End();
        }

        if (NumaNode is { } node)
        {
            output.Start("numa").Attribute("node", (long?)node).End();
        }

        if (IsExpress)
        {
            output.Start("pci-express");
            LinkCapability?.Format(output, "cap");
            LinkStatus?.Format(output, "sta");
            output.End();
        }
    }

    internal static void Named(XmlOutput output, string element, uint id, string? name, bool spaced = false)
    {
        output.Start(element).Hexadecimal("id", id, 4);
        if (name is not null)
        {
            output.EndText(name);
        }
        else if (spaced)
        {
            output.EndSpaced();
        }
        else
        {
            output.End();
        }
    }

    private void FormatFunctions(XmlOutput output)
    {
        if (PhysicalFunction is { } physical)
        {
            output.Start("capability").Attribute("type", "phys_function");
            physical.Format(output);
            output.End();
        }

        if (MaximumVirtualFunctions == 0 && VirtualFunctions.Count == 0)
        {
            return;
        }

        output.Start("capability").Attribute("type", "virt_functions")
            .AttributeUnlessZero("maxCount", MaximumVirtualFunctions);
        foreach (var function in VirtualFunctions)
        {
            function.Format(output);
        }

        output.End();
    }
}
