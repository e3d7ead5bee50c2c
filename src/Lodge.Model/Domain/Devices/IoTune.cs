using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The limits of a disk's input and output (<c>&lt;iotune&gt;</c>); 0 is no limit.</summary>
public sealed class IoTune
{
    private static readonly string[] Names =
    [
        "total_bytes_sec", "read_bytes_sec", "write_bytes_sec", "total_iops_sec", "read_iops_sec", "write_iops_sec",
        "total_bytes_sec_max", "read_bytes_sec_max", "write_bytes_sec_max",
        "total_iops_sec_max", "read_iops_sec_max", "write_iops_sec_max", "size_iops_sec",
        "total_bytes_sec_max_length", "read_bytes_sec_max_length", "write_bytes_sec_max_length",
        "total_iops_sec_max_length", "read_iops_sec_max_length", "write_iops_sec_max_length",
    ];

    private const int GroupPosition = 13;

    private readonly ulong[] _values = new ulong[Names.Length];

    /// <summary>The group of disks that share the limits.</summary>
    public string? GroupName { get; set; }

    /// <summary>Whether nothing is limited.</summary>
    public bool IsEmpty => GroupName is null && Array.TrueForAll(_values, value => value == 0);

    /// <summary>Whether any limit is set.</summary>
    public bool HasLimits => Array.Exists(_values, value => value != 0);

    /// <summary>The largest of all limits, 0 where there is none.</summary>
    public ulong Largest => _values.Max();

    /// <summary>A limit by the name of its element.</summary>
    /// <exception cref="KeyNotFoundException">There is no such limit.</exception>
    public ulong this[string name]
    {
        get => _values[Position(name)];
        set => _values[Position(name)] = value;
    }

    /// <summary>Whether another's limits are all the same.</summary>
    public bool HasSameLimits(IoTune other) => _values.AsSpan().SequenceEqual(other._values);

    internal static IoTune? Parse(Element element)
    {
        var tune = new IoTune { GroupName = element.ChildText("group_name") };
        for (var index = 0; index < Names.Length; index++)
        {
            tune._values[index] =
                element.ChildULong(Names[index], $"disk iotune field '{Names[index]}' must be an integer") ?? 0;
        }

        return tune.IsEmpty ? null : tune;
    }

    internal void Format(XmlOutput output)
    {
        output.Start("iotune");
        for (var index = 0; index < Names.Length; index++)
        {
            if (index == GroupPosition)
            {
                output.Text("group_name", GroupName);
            }

            output.Text(Names[index], _values[index] == 0 ? null : (ulong?)_values[index]);
        }

        output.EndUnlessEmpty();
    }

    private static int Position(string name)
    {
        var index = Array.IndexOf(Names, name);
        return index >= 0 ? index : throw new KeyNotFoundException(name);
    }
}
