using System.Buffers.Binary;

namespace Lodge.Host.Netlink;

/// <summary>
/// Walks over attributes: <c>foreach</c>, or one by its type. An attribute that claims more than there is ends the
/// walk.
/// </summary>
/// <param name="bytes">The attributes, one behind the other.</param>
public ref struct NetlinkAttributes(ReadOnlySpan<byte> bytes)
{
    private const ushort TypeMask = 0x3fff;

    private ReadOnlySpan<byte> _rest = bytes;
    private NetlinkAttribute _current;

    /// <summary>The attribute the walk is at.</summary>
    public readonly NetlinkAttribute Current => _current;

    /// <summary>The walk itself.</summary>
    public readonly NetlinkAttributes GetEnumerator() => this;

    /// <summary>Goes to the next attribute.</summary>
    public bool MoveNext()
    {
        if (_rest.Length < 4) return false;
        var length = BinaryPrimitives.ReadUInt16LittleEndian(_rest);
        if (length < 4 || length > _rest.Length) return false;
        var type = (ushort)(BinaryPrimitives.ReadUInt16LittleEndian(_rest[2..]) & TypeMask);
        _current = new NetlinkAttribute(type, _rest[4..length]);
        _rest = _rest[Math.Min(_rest.Length, (length + 3) & ~3)..];
        return true;
    }

    /// <summary>Finds an attribute by its type; an empty one of type 0 where it is not there.</summary>
    public readonly NetlinkAttribute Find(ushort type)
    {
        foreach (var attribute in this)
        {
            if (attribute.Type == type) return attribute;
        }

        return default;
    }
}
