using Lodge.Qemu.Native;

namespace Lodge.Qemu.Launcher;

/// <summary>Becoming another user, for good.</summary>
internal static unsafe class Privileges
{
    private const int HighestCapability = 63;

    /// <summary>Takes on groups, group and user in the only order that works; minus one leaves one as it is.</summary>
    public static bool Become(
        long uid, long gid, ReadOnlySpan<long> groups, bool clearCapabilities, out string step)
    {
        if (gid >= 0)
        {
            Span<uint> list = groups.Length <= 64 ? stackalloc uint[groups.Length] : new uint[groups.Length];
            for (var i = 0; i < groups.Length; i++) list[i] = (uint)groups[i];
            step = "cannot set the supplemental groups";
            fixed (uint* start = list)
            {
                if (LibC.SetGroups((nuint)list.Length, start) < 0) return false;
            }

            step = $"cannot change to '{gid}' group";
            if (LibC.SetGids((uint)gid, (uint)gid, (uint)gid) < 0) return false;
        }

        // Root gets its capabilities back at exec unless they are out of bounds.
        if (clearCapabilities && LibC.GetUid() == 0)
        {
            for (nuint capability = 0; capability <= HighestCapability; capability++)
                LibC.ProcessControl(LibC.PR_CAPBSET_DROP, capability);
        }

        step = $"cannot change to uid to '{uid}'";
        return uid < 0 || LibC.SetUids((uint)uid, (uint)uid, (uint)uid) == 0;
    }
}
