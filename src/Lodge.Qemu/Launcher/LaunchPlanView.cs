using System.Runtime.InteropServices;
using Lodge.Qemu.Native;

namespace Lodge.Qemu.Launcher;

/// <summary>Reads a plan where it lies in memory: nothing is copied, and nothing of .NET is woken for it.</summary>
internal unsafe ref struct LaunchPlanView
{
    private byte* _next;

    private LaunchPlanView(byte* start) => _next = start;

    /// <summary>Reads the whole file into memory.</summary>
    /// <returns>False where it cannot be read; the errno says why.</returns>
    public static bool TryLoad(int file, out LaunchPlanView view)
    {
        view = default;
        var length = LibC.Seek(file, 0, 2);
        if (length <= 0) return false;
        var start = (byte*)NativeMemory.Alloc((nuint)length);
        for (long read = 0; read < length;)
        {
            var count = LibC.ReadAt(file, start + read, (nuint)(length - read), read);
            if (count <= 0) return false;
            read += count;
        }

        view = new LaunchPlanView(start);
        return true;
    }

    public long Number()
    {
        var number = *(long*)_next;
        _next += sizeof(long);
        return number;
    }

    public ReadOnlySpan<long> Numbers()
    {
        var count = (int)Number();
        var numbers = new ReadOnlySpan<long>(_next, count);
        _next += count * sizeof(long);
        return numbers;
    }

    public byte* Text()
    {
        var text = _next;
        while (*_next != 0) _next++;
        _next++;
        return text;
    }

    /// <summary>Gives texts as the null-terminated list that <c>execve(2)</c> takes.</summary>
    public byte** Texts(int count)
    {
        var list = (byte**)NativeMemory.Alloc((nuint)(count + 1), (nuint)sizeof(byte*));
        for (var i = 0; i < count; i++) list[i] = Text();
        list[count] = null;
        return list;
    }
}
