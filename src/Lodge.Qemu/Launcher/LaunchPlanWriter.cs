using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Lodge.Qemu.Launcher;

/// <summary>
/// Writes a plan in the form that <see cref="LaunchPlanView"/> uses in place: numbers of 8 bytes, then texts that end
/// with a zero byte, ready to be handed to the kernel.
/// </summary>
internal static class LaunchPlanWriter
{
    public static ReadOnlyMemory<byte> Write(LaunchPlan plan)
    {
        var buffer = new ArrayBufferWriter<byte>(8192);
        var command = plan.Command;
        Number(buffer, plan.Uid ?? -1L);
        Number(buffer, plan.Gid ?? -1L);
        Number(buffer, plan.Umask);
        Number(buffer, plan.ClearCapabilities ? 1 : 0);
        Number(buffer, plan.OomScoreAdjust ?? long.MinValue);
        Numbers(buffer, plan.Groups.Select(group => (long)group));
        Numbers(buffer, plan.Limits.SelectMany(limit => (long[])[(long)limit.Resource, (long)limit.Value]));
        Numbers(buffer, command.Files.Select(file => (long)file.Number).Order());
        Number(buffer, plan.MustHaveContext ? 1 : 0);
        Number(buffer, plan.Cgroups.Count);
        Number(buffer, command.Arguments.Count + 1);
        Number(buffer, command.Environment.Count);

        Text(buffer, plan.SecurityContext ?? "");
        foreach (var cgroup in plan.Cgroups) Text(buffer, cgroup);
        Text(buffer, command.Emulator);
        foreach (var argument in command.Arguments) Text(buffer, argument);
        foreach (var (name, value) in command.Environment) Text(buffer, $"{name}={value}");
        return buffer.WrittenMemory;
    }

    private static void Numbers(ArrayBufferWriter<byte> buffer, IEnumerable<long> numbers)
    {
        var all = numbers.ToArray();
        Number(buffer, all.Length);
        foreach (var number in all) Number(buffer, number);
    }

    private static void Number(ArrayBufferWriter<byte> buffer, long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(buffer.GetSpan(sizeof(long)), number);
        buffer.Advance(sizeof(long));
    }

    private static void Text(ArrayBufferWriter<byte> buffer, string text)
    {
        if (text.Contains('\0')) throw new ArgumentException($"'{text}' has a zero byte in it", nameof(text));
        Encoding.UTF8.GetBytes(text, buffer);
        buffer.Write<byte>([0]);
    }
}
