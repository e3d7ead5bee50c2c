using static Lodge.Protocol.Constants.VirConstants;
using static Lodge.Protocol.Constants.VirDomainJobType;

namespace Lodge.Cli.Virsh.Domains;

/// <summary><c>domjobinfo</c> as a person reads it.</summary>
/// <param name="shell">Where it is printed.</param>
/// <param name="type">What kind of job runs.</param>
/// <param name="statistics">What the daemon counts.</param>
internal sealed class JobReport(Shell shell, VirDomainJobType type, TypedParameter[] statistics)
{
    private const int LabelWidth = 17;

    private static readonly string[] Types =
        ["None", "Bounded", "Unbounded", "Completed", "Failed", "Cancelled"];

    private static readonly string[] Operations =
    [
        "Unknown", "Start", "Save", "Restore", "Incoming migration", "Outgoing migration", "Snapshot",
        "Snapshot revert", "Dump", "Backup", "Snapshot delete",
    ];

    /// <summary>Prints it.</summary>
    /// <param name="anyJob">Statistics of a job in whatever state.</param>
    /// <param name="completed">The statistics were asked for of the job that completed last.</param>
    internal void Print(bool anyJob, bool completed)
    {
        Field("Job type:", $"{Text(Types, (int)type, "unknown"),-12}");
        if (type == VIR_DOMAIN_JOB_NONE)
        {
            return;
        }

        var operation = (int)(statistics.FindInt64(VIR_DOMAIN_JOB_OPERATION) ?? 0);
        Field("Operation:", $"{Text(Operations, operation, "unknown"),-12}");
        if (!anyJob && type is not (VIR_DOMAIN_JOB_BOUNDED or VIR_DOMAIN_JOB_UNBOUNDED)
            && !(completed && type == VIR_DOMAIN_JOB_COMPLETED))
        {
            return;
        }

        Field("Time elapsed:", $"{Value(VIR_DOMAIN_JOB_TIME_ELAPSED),-12} ms");
        Count("Time elapsed w/o network:", VIR_DOMAIN_JOB_TIME_ELAPSED_NET, " ms");
        if (type == VIR_DOMAIN_JOB_BOUNDED)
        {
            Field("Time remaining:", $"{Value(VIR_DOMAIN_JOB_TIME_REMAINING),-12} ms");
        }

        Progress("Data", VIR_DOMAIN_JOB_DATA_PROCESSED, VIR_DOMAIN_JOB_DATA_REMAINING, VIR_DOMAIN_JOB_DATA_TOTAL);
        PrintMemory();
        PrintDisk();
        PrintRest();
    }

    private static string Text(string[] texts, int index, string otherwise) =>
        index >= 0 && index < texts.Length ? texts[index] : otherwise;

    private void PrintMemory()
    {
        if (!Progress(
            "Memory", VIR_DOMAIN_JOB_MEMORY_PROCESSED, VIR_DOMAIN_JOB_MEMORY_REMAINING, VIR_DOMAIN_JOB_MEMORY_TOTAL))
        {
            return;
        }

        Rate("Memory bandwidth:", VIR_DOMAIN_JOB_MEMORY_BPS);
        Count("Dirty rate:", VIR_DOMAIN_JOB_MEMORY_DIRTY_RATE, " pages/s");
        Count("Page size:", VIR_DOMAIN_JOB_MEMORY_PAGE_SIZE, " bytes");
        Count("Iteration:", VIR_DOMAIN_JOB_MEMORY_ITERATION);
        Count("Postcopy requests:", VIR_DOMAIN_JOB_MEMORY_POSTCOPY_REQS);
    }

    private void PrintDisk()
    {
        if (Progress("File", VIR_DOMAIN_JOB_DISK_PROCESSED, VIR_DOMAIN_JOB_DISK_REMAINING, VIR_DOMAIN_JOB_DISK_TOTAL))
        {
            Rate("File bandwidth:", VIR_DOMAIN_JOB_DISK_BPS);
        }
    }

    private void PrintRest()
    {
        Count("Constant pages:", VIR_DOMAIN_JOB_MEMORY_CONSTANT);
        Count("Normal pages:", VIR_DOMAIN_JOB_MEMORY_NORMAL);
        Size("Normal data:", VIR_DOMAIN_JOB_MEMORY_NORMAL_BYTES);
        var downtime = type == VIR_DOMAIN_JOB_COMPLETED ? "Total downtime:" : "Expected downtime:";
        Count(downtime, VIR_DOMAIN_JOB_DOWNTIME, " ms");
        Count("Downtime w/o network:", VIR_DOMAIN_JOB_DOWNTIME_NET, " ms");
        Count("Setup time:", VIR_DOMAIN_JOB_SETUP_TIME, " ms");
        Size("Compression cache:", VIR_DOMAIN_JOB_COMPRESSION_CACHE);
        Size("Compressed data:", VIR_DOMAIN_JOB_COMPRESSION_BYTES);
        Count("Compressed pages:", VIR_DOMAIN_JOB_COMPRESSION_PAGES, " ");
        Count("Compression cache misses:", VIR_DOMAIN_JOB_COMPRESSION_CACHE_MISSES, " ");
        Count("Compression overflows:", VIR_DOMAIN_JOB_COMPRESSION_OVERFLOW, " ");
        Count("Auto converge throttle:", VIR_DOMAIN_JOB_AUTO_CONVERGE_THROTTLE, " ");
        Size("Temporary disk space use:", VIR_DOMAIN_JOB_DISK_TEMP_USED);
        Size("Temporary disk space total:", VIR_DOMAIN_JOB_DISK_TEMP_TOTAL);
        if (statistics.FindString(VIR_DOMAIN_JOB_ERRMSG) is { } message)
        {
            Field("Error message:", message);
        }
    }

    private bool Progress(string label, string processed, string remaining, string total)
    {
        if (Value(processed) == 0 && Value(remaining) == 0 && Value(total) == 0)
        {
            return false;
        }

        Field($"{label} processed:", Units.Exact(Value(processed)));
        Field($"{label} remaining:", Units.Exact(Value(remaining)));
        Field($"{label} total:", Units.Exact(Value(total)));
        return true;
    }

    private ulong Value(string field) => statistics.FindUInt64(field) ?? 0;

    private void Count(string label, string field, string unit = "")
    {
        if (statistics.FindUInt64(field) is { } number)
        {
            Field(label, $"{number,-12}{unit}");
        }
    }

    private void Size(string label, string field)
    {
        if (statistics.FindUInt64(field) is { } bytes)
        {
            Field(label, Units.Exact(bytes));
        }
    }

    private void Rate(string label, string field)
    {
        if (statistics.FindUInt64(field) is { } bytes and > 0)
        {
            Field(label, Units.Exact(bytes) + "/s");
        }
    }

    private void Field(string label, string value) => shell.PrintField(label, value, LabelWidth);
}
