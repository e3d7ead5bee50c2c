using Lodge.Install.Defaults;
using Lodge.Install.Drafts;
using Lodge.Install.Options.Tables;

namespace Lodge.Install.Options.Domains;

/// <summary><c>--boot</c>: from what, with which firmware, or which kernel at once.</summary>
internal sealed class BootOption() : CompoundOption("--boot", "os", BootSubOptions.All)
{
    private const string Devices = "os/boot";
    private const string Arguments = "os/initarg";

    /// <summary>Names of devices make the order in which they are tried.</summary>
    protected override bool Prepare(OptionRequest request)
    {
        string[] order = [.. request.Given.Keys.Where(name => name is "hd" or "cdrom" or "fd" or "network")];
        foreach (var name in order) request.Given.Remove(name);
        if (order.Length > 0) SetOrder(request.Plan, order);
        if (request.Given.ContainsKey("uefi")) request.Given["uefi"] = "yes";
        return true;
    }

    /// <inheritdoc/>
    protected override bool Set(OptionRequest request, SubOption option, string? value)
    {
        switch (option.Name)
        {
            case "uefi":
                if (request.Plan.IsEdit) Firmware.Enable(request.Plan);
                else request.Plan.WantsUefi = true;
                return true;
            case "refresh-machine-type":
                if (value == "yes") Machines.Refresh(request.Plan);
                return true;
            case "bootloader" or "bootloader_args":
                request.Element[option.Name] = value;
                return true;
            case "domain_type":
                request.Element["@type"] = value;
                return true;
            case "emulator":
                request.Element["devices/emulator"] = value;
                return true;
            case "initargs":
                SetArguments(request.Element, value ?? "");
                return true;
            default:
                return false;
        }
    }

    /// <summary>Puts devices in the order in which they are tried, in place of any order before.</summary>
    public static void SetOrder(GuestPlan plan, IEnumerable<string> devices)
    {
        foreach (var known in plan.Domain.All(Devices).ToArray()) plan.Domain.Remove(Devices, known);
        foreach (var device in devices) plan.Domain.Add(Devices)["@dev"] = device;
    }

    private static void SetArguments(Draft domain, string text)
    {
        foreach (var known in domain.All(Arguments).ToArray()) domain.Remove(Arguments, known);
        foreach (var word in ShellWords.Split(text)) domain.Add(Arguments)["."] = word;
    }
}
