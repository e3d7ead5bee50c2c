using Lodge.Daemon.Domains.Statistics;
using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Domains.Tunables;

/// <summary>The limits of a disk's input and output, set by libvirt's names.</summary>
/// <remarks>Source: libvirt's <c>qemuDomainSetBlockIoTune</c>.</remarks>
internal static class IoTuning
{
    private const string EventPrefix = "blkdeviotune.";
    private const ulong Most = 1_000_000_000_000_000;

    private static readonly string[] Kinds = ["bytes_sec", "iops_sec"];
    private static readonly string[] Directions = ["total", "read", "write"];
    private static readonly string[] Suffixes = ["", "_max", "_max_length"];

    /// <summary>How many limits there are.</summary>
    public const int Count = 20;

    /// <summary>Reads all limits of a disk.</summary>
    public static ParameterList Get(Disk disk)
    {
        var list = new ParameterList();
        var tune = disk.IoTune ?? new IoTune();
        foreach (var name in Names(""))
            list.Add(name, tune[name]);
        foreach (var name in Names("_max"))
            list.Add(name, tune[name]);
        list.Add("size_iops_sec", tune["size_iops_sec"]);
        list.Add(VirConstants.VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME, tune.GroupName ?? "");
        foreach (var name in Names("_max_length"))
            list.Add(name, tune[name]);
        return list;
    }

    /// <summary>
    /// What a disk is to have: what it has, with those limits replaced that belong to one that is set.
    /// </summary>
    /// <param name="disk">The disk.</param>
    /// <param name="parameters">What is set.</param>
    /// <exception cref="VirException">A limit is unknown, too large, or does not go with another.</exception>
    public static IoTune Apply(Disk disk, TypedParameter[] parameters)
    {
        var set = Read(parameters);
        var next = new IoTune
        {
            GroupName = parameters.FirstOrDefault(one => one.Field == VirConstants.VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME)
                is { Field: not null } named ? named.Value.ToString() : disk.IoTune?.GroupName,
        };
        foreach (var (kind, suffix) in Kinds.SelectMany(kind => Suffixes.Select(suffix => (kind, suffix))))
        {
            var isSet = Array.Exists(Directions, direction => set.ContainsKey($"{direction}_{kind}{suffix}"));
            foreach (var direction in Directions)
            {
                var name = $"{direction}_{kind}{suffix}";
                next[name] = isSet ? set.GetValueOrDefault(name) : disk.IoTune?[name] ?? 0;
            }
        }

        const string Size = "size_iops_sec";
        next[Size] = set.TryGetValue(Size, out var size) ? size : disk.IoTune?[Size] ?? 0;
        Check(next);
        return next;
    }

    /// <summary>What is told when a guest's disk is limited.</summary>
    public static TypedParameter[] Event(string disk, TypedParameter[] parameters)
    {
        var list = new ParameterList();
        list.Add(EventPrefix + "disk", disk);
        foreach (var parameter in parameters)
        {
            if (parameter.Value.ToUInt64() is { } number)
                list.Add(EventPrefix + parameter.Field, number);
            else
                list.Add(EventPrefix + parameter.Field, parameter.Value.ToString() ?? "");
        }

        return list.ToArray();
    }

    private static IEnumerable<string> Names(string suffix) =>
        Kinds.SelectMany(kind => Directions.Select(direction => $"{direction}_{kind}{suffix}"));

    private static Dictionary<string, ulong> Read(TypedParameter[] parameters)
    {
        var known = new IoTune();
        var set = new Dictionary<string, ulong>(StringComparer.Ordinal);
        foreach (var parameter in parameters)
        {
            if (parameter.Field == VirConstants.VIR_DOMAIN_BLOCK_IOTUNE_GROUP_NAME)
                continue;
            var number = Tuning.Number(parameter);
            if (number > Most)
            {
                throw DomainErrors.Of(
                    VirErrorNumber.VIR_ERR_ARGUMENT_UNSUPPORTED,
                    $"block I/O throttle limit value must be no more than {Most}");
            }

            try
            {
                known[parameter.Field] = number;
            }
            catch (KeyNotFoundException)
            {
                throw Tuning.Unknown(parameter);
            }

            set[parameter.Field] = number;
        }

        return set;
    }

    private static void Check(IoTune tune)
    {
        foreach (var (kind, suffix) in new[] { ("bytes_sec", ""), ("iops_sec", ""), ("bytes_sec", "_max"),
            ("iops_sec", "_max") })
        {
            if (tune[$"total_{kind}{suffix}"] > 0
                && (tune[$"read_{kind}{suffix}"] > 0 || tune[$"write_{kind}{suffix}"] > 0))
            {
                throw DomainErrors.InvalidArgument(
                    $"total and read/write of {kind}{suffix} cannot be set at the same time");
            }
        }

        foreach (var name in Kinds.SelectMany(kind => Directions.Select(direction => $"{direction}_{kind}")))
        {
            var (usual, burst) = (tune[name], tune[name + "_max"]);
            if (burst > 0 && usual == 0)
                throw DomainErrors.Unsupported($"cannot reset '{name}' when '{name}_max' is set");
            if (burst > 0 && burst < usual)
                throw DomainErrors.Unsupported($"value '{name}_max' cannot be smaller than '{name}'");
        }
    }
}
