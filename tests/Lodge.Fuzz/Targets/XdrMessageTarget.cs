using System.Reflection;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Xdr;

namespace Lodge.Fuzz.Targets;

/// <summary>Every message of the wire: the first two bytes choose it, the others are its content.</summary>
internal sealed class XdrMessageTarget : IFuzzTarget
{
    private readonly Action<ReadOnlyMemory<byte>>[] _readers = [.. typeof(XdrReader).Assembly.GetTypes()
        .Where(type => type.GetInterfaces().Any(face =>
            face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IXdrMessage<>)))
        .OrderBy(type => type.FullName, StringComparer.Ordinal)
        .Select(type => typeof(XdrMessageTarget).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type).CreateDelegate<Action<ReadOnlyMemory<byte>>>())];

    public string Name => "xdr";

    public IEnumerable<byte[]> Seeds => Enumerable.Range(0, _readers.Length)
        .Select(index => (byte[])[(byte)(index >> 8), (byte)index, .. new byte[96]]);

    public void Run(ReadOnlySpan<byte> input)
    {
        if (input.Length >= 2)
        {
            _readers[((input[0] << 8) | input[1]) % _readers.Length](input[2..].ToArray());
        }
    }

    private static void Read<T>(ReadOnlyMemory<byte> bytes)
        where T : struct, IXdrMessage<T>
    {
        T message;
        try
        {
            var reader = new XdrReader(bytes.Span);
            message = T.Read(ref reader);
        }
        catch (VirException refused) when (refused.Code == VirErrorNumber.VIR_ERR_RPC)
        {
            return;
        }

        // What was read can be written, and is read as the same again.
        var once = Write(message);
        var again = new XdrReader(once);
        if (!Write(T.Read(ref again)).AsSpan().SequenceEqual(once))
        {
            throw new InvalidOperationException($"{typeof(T).Name} changes when it is written and read");
        }
    }

    private static byte[] Write<T>(T message)
        where T : struct, IXdrMessage<T>
    {
        var buffer = new XdrBuffer();
        var writer = new XdrWriter(buffer);
        message.Write(ref writer);
        return buffer.Written.ToArray();
    }
}
