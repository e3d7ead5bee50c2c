using System.Runtime.InteropServices;
using System.Text;

namespace Lodge.Cli.Virsh.Output;

/// <summary>One of the process's two outputs: text goes out as UTF-8, collected until it is flushed.</summary>
internal sealed partial class OutputStream(int descriptor) : IDisposable
{
    private const int FlushAt = 32 * 1024;

    private readonly StringBuilder _pending = new();

    /// <summary>Adds text as it is.</summary>
    internal void Write(string text)
    {
        _pending.Append(text);
        if (_pending.Length >= FlushAt)
        {
            Flush();
        }
    }

    /// <summary>Hands all that was collected to the system. A reader that went away is no error of ours.</summary>
    internal void Flush()
    {
        if (_pending.Length == 0)
        {
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(_pending.ToString());
        _pending.Clear();
        Write(bytes);
    }

    /// <summary>Writes bytes as they are, after all text before them.</summary>
    internal void WriteRaw(ReadOnlySpan<byte> bytes)
    {
        Flush();
        Write(bytes);
    }

    /// <inheritdoc/>
    public void Dispose() => Flush();

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static unsafe partial nint WriteBytes(int descriptor, byte* bytes, nint count);

    /// <summary>Writes all. Where nobody reads any more, what is left goes nowhere.</summary>
    private unsafe void Write(ReadOnlySpan<byte> bytes)
    {
        const int Interrupted = 4;
        fixed (byte* start = bytes)
        {
            for (nint done = 0; done < bytes.Length;)
            {
                var count = WriteBytes(descriptor, start + done, bytes.Length - done);
                if (count >= 0)
                {
                    done += count;
                }
                else if (Marshal.GetLastPInvokeError() != Interrupted)
                {
                    return;
                }
            }
        }
    }
}
