using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How the kernel schedules a thread.</summary>
public enum SchedulerPolicy
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>batch</c>.</summary>
    Batch,

    /// <summary><c>idle</c>.</summary>
    Idle,

    /// <summary><c>fifo</c>.</summary>
    Fifo,

    /// <summary><c>rr</c>.</summary>
    Rr,
}

/// <summary>The words of <see cref="SchedulerPolicy"/>.</summary>
public static class SchedulerPolicyNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<SchedulerPolicy> Table { get; } = new("none", "batch", "idle", "fifo", "rr");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this SchedulerPolicy value) => Table[value];
}
