namespace Lodge.Install.Flow.Progress;

/// <summary>
/// A line of text that shows how far something is, written over itself until it ends:
/// <c>Allocating 'disk.img'    37% [=====    ]  120 MB/s | 3.0 GB  00:43 ETA</c>.
/// </summary>
/// <param name="output">Where the line goes.</param>
/// <param name="columns">How wide a line is.</param>
/// <param name="time">The clock.</param>
internal sealed class TextMeter(TextWriter output, int columns, TimeProvider time) : ITransferProgress
{
    private const int WideLine = 80;
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(0.3);

    private string _text = "";
    private long? _size;
    private long _done;
    private long _shown;
    private TransferRate _rate = new(time);

    /// <inheritdoc/>
    public void Start(string text, long? size)
    {
        (_text, _size, _done, _shown, _rate) = (text, size, 0, time.GetTimestamp(), new TransferRate(time));
    }

    /// <inheritdoc/>
    public void Update(long done)
    {
        _done = done;
        if (time.GetElapsedTime(_shown) < Period) return;
        _shown = time.GetTimestamp();
        _rate.Update(done);
        Show();
    }

    /// <inheritdoc/>
    public void End()
    {
        // What ended without an error has done all there was to do.
        _rate.Update(_done);
        var line = new TextMeterLine(columns, 8);
        var tail = line.Add($" | {ByteText.Size(_done),5}B")
            + line.Add($"  {ByteText.Time(_rate.Elapsed, columns > WideLine)}")
            + line.Add(_size > 0 && _done != _size ? _done > _size ? " !!! " : " ... " : "     ");
        output.Write($"\r{line.Fit(_text)}{tail}\n");
        output.Flush();
    }

    private void Show()
    {
        var line = new TextMeterLine(columns, 8 + 1 + 8);
        var hasHours = columns > WideLine;
        var size = line.Add($" | {ByteText.Size(_done),5}B");
        var speed = $" {ByteText.Size(_rate.Average ?? 0),5}B/s";
        if (_size is not > 0)
        {
            var elapsed = line.Add($"  {ByteText.Time(_rate.Elapsed, hasHours)}") + line.Add("     ");
            var rate = line.Add(speed);
            output.Write($"\r{line.Fit(_text)}{rate}{size}{elapsed}\r");
        }
        else
        {
            var share = Math.Min((double)_done / _size.Value, 1);
            var left = line.Add($"  {ByteText.Time(_rate.Left(_size), hasHours)}") + line.Add(" ETA ");
            var percent = line.Add($" {(int)(share * 100),2}%");
            var rate = line.Add(speed);
            var bar = line.Add(Bar(4 + (Math.Max(line.Left - 20, 0) / 2), share));
            output.Write($"\r{line.Fit(_text)}{percent}{bar}{rate}{size}{left}\r");
        }

        output.Flush();
    }

    private static string Bar(int length, double share)
    {
        var full = length * share;
        var bar = new string('=', (int)full) + (full - (int)full >= 0.5 ? "-" : "");
        return $" [{bar.PadRight(length)[..length]}]";
    }
}
