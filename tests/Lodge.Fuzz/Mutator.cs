using System.Buffers.Binary;

namespace Lodge.Fuzz;

/// <summary>
/// Makes inputs out of good ones: bits, numbers at the edges, pieces taken out, put in, doubled and mixed.
/// </summary>
internal sealed class Mutator(int seed)
{
    private const int LengthMax = 1 << 16;
    private static readonly int[] Edges = [0, 1, -1, 4, 16, 32, 64, 127, 128, 255, 256, 1024, 16384, 65535, 65536,
        int.MaxValue, int.MinValue];
    private readonly Random _random = new(seed);

    public byte[] Next(IReadOnlyList<byte[]> seeds)
    {
        var input = seeds.Count == 0 ? [] : (byte[])seeds[_random.Next(seeds.Count)].Clone();
        for (var rounds = _random.Next(1, 6); rounds > 0; rounds--)
        {
            input = Mutate(input, seeds);
        }

        return input.Length > LengthMax ? input[..LengthMax] : input;
    }

    private byte[] Mutate(byte[] input, IReadOnlyList<byte[]> seeds)
    {
        var at = _random.Next(input.Length + 1);
        var length = _random.Next(1, 33);
        switch (_random.Next(8))
        {
            case 0 when at < input.Length:
                input[at] ^= (byte)(1 << _random.Next(8));
                return input;
            case 1 when at < input.Length:
                input[at] = (byte)_random.Next(256);
                return input;
            case 2 when input.Length >= 4:
                var word = _random.Next(input.Length / 4) * 4;
                BinaryPrimitives.WriteInt32BigEndian(input.AsSpan(word), Edges[_random.Next(Edges.Length)]);
                return input;
            case 3:
                return [.. input[..at], .. input[Math.Min(at + length, input.Length)..]];
            case 4:
                var noise = new byte[length];
                _random.NextBytes(noise);
                return [.. input[..at], .. noise, .. input[at..]];
            case 5:
                var piece = input[at..Math.Min(at + length, input.Length)];
                return [.. input[..at], .. Enumerable.Repeat(piece, _random.Next(1, 64)).SelectMany(copy => copy),
                    .. input[at..]];
            case 6 when seeds.Count > 0:
                var other = seeds[_random.Next(seeds.Count)];
                return [.. input[..at], .. other[_random.Next(other.Length + 1)..]];
            default:
                return input[..at];
        }
    }
}
