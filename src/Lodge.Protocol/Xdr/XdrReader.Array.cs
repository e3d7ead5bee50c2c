using System.Runtime.CompilerServices;
using System.Text;

namespace Lodge.Protocol.Xdr;

/// <content>Texts, bytes and arrays.</content>
public ref partial struct XdrReader
{
    /// <summary>Reads <c>string&lt;max&gt;</c>: UTF-8, that ends early at a NUL as it does for C.</summary>
    public string ReadString(int max)
    {
        var bytes = TakePadded(ReadCount(max, 1));
        var end = bytes.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
    }

    /// <summary>Reads an optional <c>string&lt;max&gt;</c>.</summary>
    public string? ReadOptionalString(int max) => ReadBoolean() ? ReadString(max) : null;

    /// <summary>Reads <c>opaque&lt;max&gt;</c>.</summary>
    public byte[] ReadOpaque(int max) => TakePadded(ReadCount(max, 1)).ToArray();

    /// <summary>Reads <c>opaque[size]</c>.</summary>
    public byte[] ReadFixedOpaque(int size) => TakePadded(size).ToArray();

    /// <summary>Reads <c>char&lt;max&gt;</c>, in which each character takes a word.</summary>
    public byte[] ReadChars(int max) => ReadWords(ReadCount(max, 4));

    /// <summary>Reads <c>char[size]</c>, in which each character takes a word.</summary>
    public byte[] ReadFixedChars(int size) => ReadWords(size);

    /// <summary>Reads <c>int&lt;max&gt;</c>.</summary>
    public int[] ReadInt32Array(int max)
    {
        var values = new int[ReadCount(max, 4)];
        foreach (ref var value in values.AsSpan())
        {
            value = ReadInt32();
        }

        return values;
    }

    /// <summary>Reads <c>unsigned int&lt;max&gt;</c>.</summary>
    public uint[] ReadUInt32Array(int max)
    {
        var values = new uint[ReadCount(max, 4)];
        foreach (ref var value in values.AsSpan())
        {
            value = ReadUInt32();
        }

        return values;
    }

    /// <summary>Reads <c>hyper&lt;max&gt;</c>.</summary>
    public long[] ReadInt64Array(int max)
    {
        var values = new long[ReadCount(max, 8)];
        foreach (ref var value in values.AsSpan())
        {
            value = ReadInt64();
        }

        return values;
    }

    /// <summary>Reads <c>unsigned hyper&lt;max&gt;</c>.</summary>
    public ulong[] ReadUInt64Array(int max)
    {
        var values = new ulong[ReadCount(max, 8)];
        foreach (ref var value in values.AsSpan())
        {
            value = ReadUInt64();
        }

        return values;
    }

    /// <summary>Reads an array of texts.</summary>
    public string[] ReadStringArray(int max, int maxLength)
    {
        var values = new string[ReadCount(max, 4)];
        foreach (ref var value in values.AsSpan())
        {
            value = ReadString(maxLength);
        }

        return values;
    }

    /// <summary>Reads an array of an enum of the wire.</summary>
    public T[] ReadEnumArray<T>(int max)
        where T : struct, Enum
    {
        var values = new T[ReadCount(max, 4)];
        foreach (ref var value in values.AsSpan())
        {
            value = Unsafe.BitCast<int, T>(ReadInt32());
        }

        return values;
    }

    /// <summary>Reads an array of structures.</summary>
    public T[] ReadArray<T>(int max)
        where T : struct, IXdrMessage<T>
    {
        var count = ReadCount(max, T.MinimumSize);
        var values = count == 0 ? [] : new T[count];
        foreach (ref var value in values.AsSpan())
        {
            value = T.Read(ref this);
        }

        return values;
    }

    private byte[] ReadWords(int count)
    {
        var words = Take(checked(count * 4));
        var values = new byte[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = words[(i * 4) + 3];
        }

        return values;
    }
}
