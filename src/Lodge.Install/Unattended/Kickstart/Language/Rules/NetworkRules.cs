using System.Numerics;
using static Lodge.Install.Unattended.Kickstart.Language.VersionSet;

namespace Lodge.Install.Unattended.Kickstart.Language.Rules;

/// <summary>What holds between the options of <c>network</c>.</summary>
internal static class NetworkRules
{
    private static readonly string[] ForOneDevice =
        ["--ipv4-dns-search", "--ipv6-dns-search", "--ipv4-ignore-auto-dns", "--ipv6-ignore-auto-dns"];

    public static void Network(CommandUse use)
    {
        if (Rhel(7, 7).Has(use.Version)) InterfaceName(use.Text("--interfacename") ?? "");
        if (use.IsSet("--bridgeopts"))
        {
            if (!use.IsSet("--bridgeslaves")) CommandUse.Refuse("--bridgeopts needs --bridgeslaves");
            foreach (var option in use.Text("--bridgeopts")!.Split(','))
            {
                if (option.Split('=') is not [_, { Length: > 0 }])
                    CommandUse.Refuse("--bridgeopts takes NAME=VALUE, with commas between");
            }
        }

        if (use.Text("--bindto") == "mac" && use.IsSet("--vlanid") && !use.IsSet("--bondopts"))
            CommandUse.Refuse("--bindto=mac is not for this kind of device");
        if (use.IsSet("--device")) return;
        foreach (var option in ForOneDevice)
        {
            if (use.Has(option) && (use.All(option).Count == 0 || use.IsSet(option)))
                CommandUse.Refuse($"{option} needs --device");
        }
    }

    // The number of a VLAN behind a point or behind "vlan".
    private static void InterfaceName(string name)
    {
        var point = name.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0 && name[..point] == "vlan") CommandUse.Refuse("--interfacename cannot be vlan.NUMBER");
        if (point >= 0) VlanNumber(name[(point + 1)..]);
        if (name.StartsWith("vlan", StringComparison.Ordinal)) VlanNumber(name[4..]);
    }

    private static void VlanNumber(string text)
    {
        if (WholeNumber.Parse(text) is not { } number || number < BigInteger.Zero || number > 4095)
            CommandUse.Refuse($"'{text}' in --interfacename is no VLAN: it is between 0 and 4095");
    }
}
