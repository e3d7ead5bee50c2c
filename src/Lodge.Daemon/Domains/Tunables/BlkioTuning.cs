using System.Globalization;
using Lodge.Daemon.Domains.Statistics;
using Lodge.Model.Domain;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Domains.Tunables;

/// <summary>A guest's share of the host's disks, by libvirt's names.</summary>
internal static class BlkioTuning
{
    private const string WeightName = "weight";

    // What is said of single devices: a list of paths and numbers, all behind commas.
    private static readonly (string Name, Func<BlkioDevice, ulong> Get, Action<BlkioDevice, ulong> Set)[] OfDevices =
    [
        ("device_weight", device => device.Weight, (device, number) => device.Weight = checked((uint)number)),
        ("device_read_iops_sec", device => device.ReadIops, (device, number) =>
            device.ReadIops = checked((uint)number)),
        ("device_write_iops_sec", device => device.WriteIops, (device, number) =>
            device.WriteIops = checked((uint)number)),
        ("device_read_bytes_sec", device => device.ReadBytes, (device, number) => device.ReadBytes = number),
        ("device_write_bytes_sec", device => device.WriteBytes, (device, number) => device.WriteBytes = number),
    ];

    /// <summary>Reads all; devices are not spoken of where none are named.</summary>
    public static ParameterList Get(DomainDefinition definition)
    {
        var list = new ParameterList();
        list.Add(WeightName, definition.BlkioTune.Weight);
        foreach (var (name, get, _) in OfDevices)
        {
            list.Add(name, string.Join(',', definition.BlkioTune.Devices
                .Where(device => get(device) > 0)
                .Select(device => string.Create(CultureInfo.InvariantCulture, $"{device.Path},{get(device)}"))));
        }

        return list;
    }

    /// <summary>Sets them; a number of 0 lifts a limit.</summary>
    /// <exception cref="Protocol.Errors.VirException">VIR_ERR_INVALID_ARG: a parameter is unknown, or not to be
    /// read.</exception>
    public static void Set(DomainDefinition definition, TypedParameter[] parameters)
    {
        var tune = definition.BlkioTune;
        foreach (var parameter in parameters)
        {
            if (parameter.Field == WeightName)
                tune.Weight = (uint)Math.Min(Tuning.Number(parameter), uint.MaxValue);
            else
                SetDevices(tune, parameter);
        }
    }

    private static void SetDevices(BlkioTune tune, TypedParameter parameter)
    {
        var place = Array.FindIndex(OfDevices, one => one.Name == parameter.Field);
        if (place < 0)
            throw Tuning.Unknown(parameter);
        var text = parameter.Value.ToString() ?? "";
        var fields = text.Length == 0 ? [] : text.Split(',');
        if (fields.Length % 2 != 0)
            throw DomainErrors.InvalidArgument($"unable to parse blkio device '{parameter.Field}' '{text}'");
        for (var i = 0; i < fields.Length; i += 2)
        {
            if (!ulong.TryParse(fields[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                throw DomainErrors.InvalidArgument(
                    $"invalid value '{fields[i + 1]}' for parameter '{parameter.Field}' of device '{fields[i]}'");
            }

            SetDevice(tune, fields[i], place, number);
        }
    }

    private static void SetDevice(BlkioTune tune, string path, int place, ulong number)
    {
        var device = tune.Devices.Find(one => one.Path == path);
        if (device is null)
        {
            device = new BlkioDevice { Path = path };
            tune.Devices.Add(device);
        }

        try
        {
            OfDevices[place].Set(device, number);
        }
        catch (OverflowException)
        {
            throw DomainErrors.InvalidArgument(
                $"invalid value '{number}' for parameter '{OfDevices[place].Name}' of device '{path}'");
        }
    }
}
