namespace Lodge.Web.Statistics;

/// <summary>What a guest did at one moment.</summary>
/// <param name="Time">When.</param>
/// <param name="Cpu">How much of its processors it used since the moment before, in percent of them all.</param>
/// <param name="Memory">The memory in use, in KiB; by the guest's word where it gives one.</param>
/// <param name="DiskRead">Bytes read from disks in a second.</param>
/// <param name="DiskWritten">Bytes written to disks in a second.</param>
/// <param name="NetReceived">Bytes received in a second.</param>
/// <param name="NetSent">Bytes sent in a second.</param>
public readonly record struct GuestSample(
    DateTimeOffset Time,
    float Cpu,
    float Memory,
    float DiskRead,
    float DiskWritten,
    float NetReceived,
    float NetSent)
{
    /// <summary>Bytes to and from disks in a second.</summary>
    public float Disk => DiskRead + DiskWritten;

    /// <summary>Bytes over networks in a second.</summary>
    public float Net => NetReceived + NetSent;
}
