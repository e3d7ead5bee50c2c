using System.Globalization;

namespace Lodge.Qemu.Lifecycle;

/// <summary>What tells a process from every other, also from one that gets its number later.</summary>
/// <param name="Pid">The process id.</param>
/// <param name="StartTime">When it started, in clock ticks since boot (field 22 of <c>/proc/PID/stat</c>).</param>
public readonly record struct ProcessIdentity(int Pid, ulong StartTime)
{
    private const int StartTimeField = 22;

    /// <summary>Reads the identity of a running process; null where there is none.</summary>
    public static ProcessIdentity? Of(int pid)
    {
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/stat"));

            // The second field is the program's name in brackets, which may hold blanks and brackets itself.
            var fields = stat.AsSpan(stat.LastIndexOf(')') + 2);
            var field = 3;
            foreach (var range in fields.Split(' '))
            {
                if (field++ == StartTimeField)
                    return new ProcessIdentity(pid, ulong.Parse(fields[range], CultureInfo.InvariantCulture));
            }

            return null;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
