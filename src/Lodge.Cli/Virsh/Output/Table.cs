using System.Text;

namespace Lodge.Cli.Virsh.Output;

/// <summary>Rows under a header, each column as wide as its widest cell, as every virsh list is laid out.</summary>
internal sealed class Table(params string[] header)
{
    private const int Gap = 2;

    private readonly List<Cell[]> _rows = [Array.ConvertAll(header, static text => Cell.Of(text))];

    /// <summary>Adds a row; it has a cell for each column.</summary>
    internal void Add(params string[] cells)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(cells.Length, header.Length);
        _rows.Add(Array.ConvertAll(cells, static text => Cell.Of(text)));
    }

    /// <summary>Prints it; the header is left out where the user wants quiet.</summary>
    internal void PrintTo(Shell shell) => shell.Print(Format(!shell.IsQuiet));

    /// <summary>Lays it out.</summary>
    internal string Format(bool withHeader)
    {
        var first = withHeader ? 0 : 1;
        var widths = new int[header.Length];
        foreach (var row in _rows.Skip(first))
        {
            for (var i = 0; i < row.Length; i++)
            {
                widths[i] = Math.Max(widths[i], row[i].Width);
            }
        }

        var text = new StringBuilder();
        for (var i = first; i < _rows.Count; i++)
        {
            AppendRow(text, _rows[i], widths);
            if (i == 0)
            {
                text.Append('-', widths.Sum() + ((Gap + 1) * widths.Length)).Append('\n');
            }
        }

        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, Cell[] row, int[] widths)
    {
        for (var i = 0; i < row.Length; i++)
        {
            text.Append(' ').Append(row[i].Text);
            if (i < row.Length - 1)
            {
                text.Append(' ', widths[i] - row[i].Width + Gap);
            }
        }

        text.Append('\n');
    }

    /// <summary>A cell as it is shown: what would upset a terminal stands as <c>\x0a</c>.</summary>
    private readonly record struct Cell(string Text, int Width)
    {
        internal static Cell Of(string text)
        {
            var shown = new StringBuilder(text.Length);
            var width = 0;
            for (var at = 0; at < text.Length;)
            {
                Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
                var startsEscape = rune.Value == '\\' && at + 1 < text.Length && text[at + 1] == 'x';
                if (startsEscape || Rune.IsControl(rune))
                {
                    width += AppendEscaped(shown, rune);
                }
                else
                {
                    shown.Append(text, at, length);
                    width += TextWidth.Of(rune);
                }

                at += length;
            }

            return new Cell(shown.ToString(), width);
        }

        private static int AppendEscaped(StringBuilder shown, Rune rune)
        {
            Span<byte> bytes = stackalloc byte[4];
            var count = rune.EncodeToUtf8(bytes);
            foreach (var unit in bytes[..count])
            {
                shown.Append($"\\x{unit:x2}");
            }

            return 4 * count;
        }
    }
}
