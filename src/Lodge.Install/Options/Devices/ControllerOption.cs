using System.Globalization;
using Lodge.Install.Options.Tables;

namespace Lodge.Install.Options.Devices;

/// <summary><c>--controller</c>: something that devices are plugged into.</summary>
internal sealed class ControllerOption() : DeviceOption("--controller", "controller", ControllerSubOptions.All)
{
    /// <inheritdoc/>
    protected override bool Prepare(OptionRequest request)
    {
        switch (request.Text)
        {
            case "usb2":
                UsbControllers.AddSecondGeneration(request.Plan.Domain);
                return false;
            case "usb3":
                UsbControllers.AddThirdGeneration(request.Plan.Domain);
                return false;
        }

        if (request.Pull("num_pcie_root_ports") is not { } ports) return true;
        request.Plan.SpareRootPorts = int.Parse(OptionValue.Whole(ports), CultureInfo.InvariantCulture);
        return false;
    }

    /// <summary><c>address=0:0:4.0</c>: a place on the PCI bus in one word.</summary>
    protected override bool Set(OptionRequest request, SubOption option, string? value)
    {
        if (option.Name != "address") return base.Set(request, option, value);
        if (value is null || value.Count(character => character == ':') is not (1 or 2) || !value.Contains('.'))
            throw new FormatException($"Expected PCI format string for '{value}'");
        var dot = value.IndexOf('.', StringComparison.Ordinal);
        string[] parts = value[..dot].Split(':');
        var controller = request.Element;
        controller["address/@type"] = "pci";
        controller["address/@function"] = OptionValue.Whole(value[(dot + 1)..]);
        controller["address/@slot"] = OptionValue.Whole(parts[^1]);
        controller["address/@domain"] = parts.Length == 3 ? OptionValue.Whole(parts[0]) : "0";
        if (parts.Length == 3) controller["address/@bus"] = OptionValue.Whole(parts[1]);
        return true;
    }
}
