using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Completion.Defaults;

/// <summary>Numbers of ISA serial ports (<c>virDomainChrIsaSerialDefPostParse</c>).</summary>
internal static class SerialPorts
{
    private const int MostIsaPorts = 4;

    public static void Number(DomainDefinition domain)
    {
        var isa = domain.Serials.FindAll(serial => serial.TargetType == SerialTarget.IsaSerial);
        var used = new bool[MostIsaPorts];
        if (isa.Count > MostIsaPorts || isa.Exists(serial => serial.Port >= MostIsaPorts))
        {
            throw Refusal.Domain(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
                $"Maximum supported number of ISA serial ports is '{MostIsaPorts}'");
        }

        foreach (var serial in isa.Where(serial => serial.Port >= 0))
        {
            if (used[serial.Port])
            {
                throw Refusal.Domain(
                    VirErrorNumber.VIR_ERR_INTERNAL_ERROR, $"target port '{serial.Port}' already allocated");
            }

            used[serial.Port] = true;
        }

        foreach (var serial in isa.Where(serial => serial.Port < 0))
        {
            serial.Port = Array.IndexOf(used, false);
            used[serial.Port] = true;
        }
    }
}
