using System.Globalization;
using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine;

/// <summary>What makes a Windows guest feel at home.</summary>
internal static class HypervFlags
{
    // QEMU's order is no matter; this is the order of libvirt's list.
    private static readonly string[] Switches =
    [
        "relaxed", "vapic", "spinlocks", "vpindex", "runtime", "synic", "stimer", "reset", "vendor_id", "frequencies",
        "reenlightenment", "tlbflush", "ipi", "evmcs", "avic",
    ];

    public static void Add(OptionString option, DomainDefinition definition)
    {
        if (definition.Features.Hyperv is { } hyperv) Add(option, hyperv);
        if (definition.Panics.Exists(panic => panic.Model == PanicModel.Hyperv)) option.Add("hv-crash");
    }

    private static void Add(OptionString option, HypervFeatures hyperv)
    {
        if (hyperv.Mode == HypervMode.Passthrough) option.Add("hv-passthrough", true);
        foreach (var name in Switches)
        {
            if (hyperv[name] != true) continue;
            switch (name)
            {
                case "spinlocks":
                    var retries = hyperv.SpinlockRetries.ToString("x", CultureInfo.InvariantCulture);
                    option.Add("hv-spinlocks", "0x" + retries);
                    break;
                case "vendor_id":
                    option.Add("hv-vendor-id", hyperv.VendorId);
                    break;
                default:
                    option.Add("hv-" + name, true);
                    break;
            }

            if (name == "stimer" && hyperv.DirectTimers == true) option.Add("hv-stimer-direct", true);
        }
    }
}
