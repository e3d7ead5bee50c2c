using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Lodge.Protocol.Xdr;

/// <content>Texts, bytes and arrays; a null array is written as an empty one.</content>
public readonly ref partial struct XdrWriter
{
    /// <summary>Writes <c>string&lt;max&gt;</c> as UTF-8.</summary>
    public void WriteString(string value, int max)
    {
        if (value is null)
        {
            XdrFault.Encode("a text that must be there is null");
        }

        var size = Encoding.UTF8.GetByteCount(value);
        WriteCount(size, max);
        var target = _buffer.Reserve(checked(size + (-size & 3)));
        Encoding.UTF8.GetBytes(value, target);
        target[size..].Clear();
    }

    /// <summary>Writes an optional <c>string&lt;max&gt;</c>.</summary>
    public void WriteOptionalString(string? value, int max)
    {
        WriteBoolean(value is not null);
        if (value is not null)
        {
            WriteString(value, max);
        }
    }

    /// <summary>Writes <c>opaque&lt;max&gt;</c>.</summary>
    public void WriteOpaque(ReadOnlySpan<byte> value, int max)
    {
        WriteCount(value.Length, max);
        WritePadded(value);
    }

    /// <summary>Writes <c>opaque[size]</c>.</summary>
    public void WriteFixedOpaque(ReadOnlySpan<byte> value, int size)
    {
        CheckSize(value.Length, size);
        WritePadded(value);
    }

    /// <summary>Writes <c>char&lt;max&gt;</c>, in which each character takes a word.</summary>
    public void WriteChars(ReadOnlySpan<byte> value, int max)
    {
        WriteCount(value.Length, max);
        WriteWords(value);
    }

    /// <summary>
    /// Writes <c>char[size]</c>, in which each character takes a word; what is shorter is filled with zeros.
    /// </summary>
    public void WriteFixedChars(ReadOnlySpan<byte> value, int size)
    {
        if (value.Length > size)
        {
            CheckSize(value.Length, size);
        }

        WriteWords(value);
        _buffer.Reserve((size - value.Length) * 4).Clear();
    }

    /// <summary>Writes <c>int&lt;max&gt;</c>.</summary>
    public void WriteInt32Array(ReadOnlySpan<int> values, int max)
    {
        WriteCount(values.Length, max);
        foreach (var value in values)
        {
            WriteInt32(value);
        }
    }

    /// <summary>Writes <c>unsigned int&lt;max&gt;</c>.</summary>
    public void WriteUInt32Array(ReadOnlySpan<uint> values, int max)
    {
        WriteCount(values.Length, max);
        foreach (var value in values)
        {
            WriteUInt32(value);
        }
    }

    /// <summary>Writes <c>hyper&lt;max&gt;</c>.</summary>
    public void WriteInt64Array(ReadOnlySpan<long> values, int max)
    {
        WriteCount(values.Length, max);
        foreach (var value in values)
        {
            WriteInt64(value);
        }
    }

    /// <summary>Writes <c>unsigned hyper&lt;max&gt;</c>.</summary>
    public void WriteUInt64Array(ReadOnlySpan<ulong> values, int max)
    {
        WriteCount(values.Length, max);
        foreach (var value in values)
        {
            WriteUInt64(value);
        }
    }

    /// <summary>Writes an array of texts.</summary>
    public void WriteStringArray(ReadOnlySpan<string> values, int max, int maxLength)
    {
        WriteCount(values.Length, max);
        foreach (var value in values)
        {
            WriteString(value, maxLength);
        }
    }

    /// <summary>Writes an array of an enum of the wire.</summary>
    public void WriteEnumArray<T>(T[]? values, int max)
        where T : struct, Enum
    {
        WriteCount(values?.Length ?? 0, max);
        foreach (var value in values ?? [])
        {
            WriteInt32(Unsafe.BitCast<T, int>(value));
        }
    }

    /// <summary>Writes an array of structures.</summary>
    public void WriteArray<T>(T[]? values, int max)
        where T : struct, IXdrEncodable
    {
        WriteCount(values?.Length ?? 0, max);
        var writer = this;
        foreach (ref readonly var value in values.AsSpan())
        {
            value.Write(ref writer);
        }
    }

    private void WriteWords(ReadOnlySpan<byte> value)
    {
        var target = _buffer.Reserve(checked(value.Length * 4));
        foreach (var character in value)
        {
            // A char is signed where libvirt runs, so that a byte above 127 fills its word with ones.
            BinaryPrimitives.WriteInt32BigEndian(target, unchecked((sbyte)character));
            target = target[4..];
        }
    }

    private static void CheckSize(int size, int wanted)
    {
        if (size != wanted)
        {
            XdrFault.Encode($"{size} bytes where {wanted} are wanted");
        }
    }
}
