using System.Security.Cryptography;

namespace Lodge.Storage.Volumes.Local;

/// <summary>One time that all of a volume is overwritten.</summary>
/// <param name="Pattern">The bytes that are repeated; empty for random ones.</param>
internal readonly record struct WipePass(params byte[] Pattern)
{
    // A multiple of every pattern's length, so that each write begins a pattern anew.
    private const int BufferLength = 3 * 256 * 1024;

    /// <summary>Whether it writes nothing but zeroes.</summary>
    public bool IsZero => Pattern is [0];

    /// <summary>Random bytes.</summary>
    public static WipePass Random { get; } = new([]);

    /// <summary>What is written, at its first time.</summary>
    public byte[] NewBuffer()
    {
        var buffer = new byte[BufferLength];
        for (var index = 0; Pattern.Length > 0 && index < buffer.Length; index++)
        {
            buffer[index] = Pattern[index % Pattern.Length];
        }

        return buffer;
    }

    /// <summary>Makes new bytes for the next write.</summary>
    public void Fill(byte[] buffer)
    {
        if (Pattern.Length == 0) RandomNumberGenerator.Fill(buffer);
    }
}
