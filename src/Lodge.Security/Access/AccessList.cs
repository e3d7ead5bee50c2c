using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Lodge.Security.Native;

namespace Lodge.Security.Access;

/// <summary>Who may do what with a file: its permissions, and its access list where it has one.</summary>
/// <remarks>Source: <c>acl(5)</c>, and the kernel's <c>posix_acl_xattr.h</c> for the attribute.</remarks>
internal sealed class AccessList
{
    private const string Attribute = "system.posix_acl_access";
    private const int HeaderSize = 4;
    private const int EntrySize = 8;
    private const int LongestList = 64 * 1024;
    private const int Named = 2;
    private const int OwningGroup = 4;
    private const int NamedGroup = 8;
    private const int Mask = 0x10;
    private const int All = 7;

    private readonly LibC.ExtendedStatus _status;
    private readonly List<(int Tag, int Rights, uint Id)> _entries;

    private AccessList(LibC.ExtendedStatus status, List<(int Tag, int Rights, uint Id)> entries)
    {
        _status = status;
        _entries = entries;
    }

    /// <summary>The permissions, as four octal digits show them.</summary>
    public int Mode => _status.Mode & 0xfff;

    /// <summary>The type of the file.</summary>
    public int Type => _status.Mode;

    public uint Owner => _status.Uid;

    public uint Group => _status.Gid;

    /// <summary>Whether it says more than the permissions.</summary>
    public bool HasEntries => _entries.Exists(static entry => entry.Tag is Named or NamedGroup);

    /// <summary>Reads what counts for a file; null where it is not there.</summary>
    public static AccessList? Read(string path) => LibC.TryLinkStatus(path, out var status)
        ? new AccessList(status, LibC.IsLink(status.Mode) ? [] : Entries(path))
        : null;

    /// <summary>What of the rights that are asked for somebody has not (4 reads, 2 writes, 1 passes).</summary>
    public int Lacks(GuestAccount account, int rights) => rights & ~RightsOf(account, rights);

    private static unsafe List<(int Tag, int Rights, uint Id)> Entries(string path)
    {
        var value = new byte[LongestList];
        nint length;
        fixed (byte* start = value)
            length = LibC.GetAttribute(path, Attribute, start, LongestList);
        var entries = new List<(int Tag, int Rights, uint Id)>();
        for (var at = HeaderSize; at + EntrySize <= length; at += EntrySize)
        {
            var entry = value.AsSpan(at, EntrySize);
            entries.Add((
                BinaryPrimitives.ReadUInt16LittleEndian(entry),
                BinaryPrimitives.ReadUInt16LittleEndian(entry[2..]),
                BinaryPrimitives.ReadUInt32LittleEndian(entry[4..])));
        }

        return entries;
    }

    private int RightsOf(GuestAccount account, int wanted)
    {
        var owner = (_status.Mode >> 6) & All;
        if (account.UserId == _status.Uid)
        {
            return owner;
        }

        var mask = _entries.Find(static entry => entry.Tag == Mask) is { Tag: Mask } found ? found.Rights : All;
        var named = CollectionsMarshal.AsSpan(_entries);
        foreach (var (tag, rights, id) in named)
        {
            if (tag == Named && id == account.UserId)
            {
                return rights & mask;
            }
        }

        var groups = GroupRights(account);
        return groups.Count == 0
            ? _status.Mode & All
            : groups.Select(rights => rights & mask).MaxBy(rights => int.PopCount(rights & wanted));
    }

    /// <summary>The rights by each group that somebody is in. One of them must have all that is asked for.</summary>
    private List<int> GroupRights(GuestAccount account)
    {
        var rights = new List<int>();
        if (account.Groups.Contains(_status.Gid))
        {
            // With a list, the middle digit of the permissions is its mask.
            rights.Add(_entries.Find(static entry => entry.Tag == OwningGroup) is { Tag: OwningGroup } own
                ? own.Rights
                : (_status.Mode >> 3) & All);
        }

        rights.AddRange(_entries
            .Where(entry => entry.Tag == NamedGroup && account.Groups.Contains(entry.Id))
            .Select(static entry => entry.Rights));
        return rights;
    }
}
