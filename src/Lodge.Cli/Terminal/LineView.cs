using System.Runtime.InteropServices;
using System.Text;

namespace Lodge.Cli.Terminal;

/// <summary>Draws a line under edit on one row; a long one is shown around the cursor.</summary>
internal static partial class LineView
{
    private const ulong GetWindowSize = 0x5413;
    private const int UsualColumns = 80;

    /// <summary>How many columns the terminal has.</summary>
    internal static int Columns() =>
        GetSize(1, GetWindowSize, out var size) == 0 && size.Columns > 0 ? size.Columns : UsualColumns;

    /// <summary>The characters that redraw the row and put the cursor in its place.</summary>
    internal static string Render(string prompt, LineBuffer line, int columns)
    {
        var room = Math.Max(columns - prompt.Length - 1, 1);
        var start = 0;
        while (Width(line.Text.AsSpan(start, line.Cursor - start)) > room)
        {
            start++;
        }

        var end = start;
        while (end < line.Text.Length && Width(line.Text.AsSpan(start, end + 1 - start)) <= room)
        {
            end++;
        }

        var column = prompt.Length + Width(line.Text.AsSpan(start, line.Cursor - start));
        var move = column == 0 ? "" : $"\x1b[{column}C";
        return $"\r{prompt}{line.Text[start..end]}\x1b[K\r{move}";
    }

    private static int Width(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += TextWidth.Of(rune);
        }

        return width;
    }

    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int GetSize(int descriptor, ulong request, out WindowSize size);

    [StructLayout(LayoutKind.Sequential)]
    private struct WindowSize
    {
        internal ushort Rows;
        internal ushort Columns;
        private readonly ushort _width;
        private readonly ushort _height;
    }
}
