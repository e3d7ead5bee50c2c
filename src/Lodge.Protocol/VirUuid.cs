using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Lodge.Protocol;

/// <summary>A UUID as libvirt has it: sixteen bytes in the order they are written.</summary>
/// <remarks>Source: libvirt, <c>virUUIDParse</c> and <c>virUUIDFormat</c>; RFC 9562.</remarks>
public readonly record struct VirUuid : ISpanFormattable
{
    /// <summary>How many bytes a UUID has.</summary>
    public const int Size = 16;

    private readonly ulong _high;
    private readonly ulong _low;

    /// <summary>Takes sixteen bytes.</summary>
    /// <exception cref="ArgumentException">There are not sixteen.</exception>
    public VirUuid(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size)
        {
            throw new ArgumentException($"A UUID has {Size} bytes, not {bytes.Length}.", nameof(bytes));
        }

        _high = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        _low = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
    }

    /// <summary>Whether all bytes are zero.</summary>
    public bool IsEmpty => (_high | _low) == 0;

    /// <summary>A new random UUID (version 4).</summary>
    public static VirUuid Random()
    {
        Span<byte> bytes = stackalloc byte[Size];
        _ = Guid.NewGuid().TryWriteBytes(bytes, bigEndian: true, out _);
        return new VirUuid(bytes);
    }

    /// <summary>Reads a UUID from text.</summary>
    /// <exception cref="FormatException">The text is not a UUID.</exception>
    public static VirUuid Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var uuid) ? uuid : throw new FormatException($"malformed uuid '{text}'");

    /// <summary>
    /// Reads a UUID from text as libvirt does: 32 hexadecimal digits, with hyphens and outer spaces as they come.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out VirUuid uuid) =>
        TryParse(text.AsSpan(), out uuid);

    /// <inheritdoc cref="TryParse(string?, out VirUuid)"/>
    public static bool TryParse(ReadOnlySpan<char> text, out VirUuid uuid)
    {
        uuid = default;
        Span<byte> bytes = stackalloc byte[Size];
        text = text.Trim();
        for (var i = 0; i < Size;)
        {
            if (text.StartsWith('-'))
            {
                text = text[1..];
                continue;
            }

            if (text.Length < 2 || !byte.TryParse(text[..2], NumberStyles.AllowHexSpecifier, null, out bytes[i]))
            {
                return false;
            }

            text = text[2..];
            i++;
        }

        uuid = new VirUuid(bytes);
        return text.IsEmpty;
    }

    /// <summary>Takes the bytes of a <see cref="Guid"/> in the order that its text has.</summary>
    public static VirUuid Of(Guid guid)
    {
        Span<byte> bytes = stackalloc byte[Size];
        guid.TryWriteBytes(bytes, bigEndian: true, out _);
        return new VirUuid(bytes);
    }

    /// <summary>The <see cref="Guid"/> with the same text.</summary>
    public Guid ToGuid()
    {
        Span<byte> bytes = stackalloc byte[Size];
        CopyTo(bytes);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Copies the sixteen bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The target is shorter.</exception>
    public void CopyTo(Span<byte> target)
    {
        BinaryPrimitives.WriteUInt64BigEndian(target, _high);
        BinaryPrimitives.WriteUInt64BigEndian(target[8..], _low);
    }

    /// <summary>The 36 characters of the text form, in lower case.</summary>
    public override string ToString() =>
        string.Create(36, this, static (target, uuid) => uuid.TryFormat(target, out _, default, null));

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <inheritdoc/>
    public bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        charsWritten = 0;
        if (destination.Length < 36)
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[Size];
        CopyTo(bytes);
        for (var i = 0; i < Size; i++)
        {
            if (i is 4 or 6 or 8 or 10)
            {
                destination[charsWritten++] = '-';
            }

            destination[charsWritten++] = Digit(bytes[i] >> 4);
            destination[charsWritten++] = Digit(bytes[i] & 15);
        }

        return true;
    }

    private static char Digit(int value) => (char)(value < 10 ? '0' + value : 'a' + value - 10);
}
