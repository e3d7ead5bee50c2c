using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>One virtual switch port made of what a guest, its network and its port group say.</summary>
public sealed partial class VirtualPort
{
    /// <summary>Puts together what each of several says (<c>virNetDevVPortProfileMerge3</c>).</summary>
    /// <returns>The whole; null where nobody says anything.</returns>
    /// <exception cref="VirException">Two contradict each other (<c>VIR_ERR_XML_ERROR</c>).</exception>
    public static VirtualPort? Merge(params IEnumerable<VirtualPort?> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        VirtualPort? whole = null;
        foreach (var part in parts)
        {
            if (part is null) continue;
            whole ??= new VirtualPort();
            whole.Add(part);
        }

        return whole;
    }

    private void Add(VirtualPort part)
    {
        if (part.Type != VirtualPortType.None)
        {
            if (Type != VirtualPortType.None && Type != part.Type)
            {
                throw Mismatch($"with mismatched types ({Type.ToXml()} and {part.Type.ToXml()})");
            }

            Type = part.Type;
        }

        if (Type is VirtualPortType.Ieee8021Qbg or VirtualPortType.None)
        {
            ManagerId = Same(ManagerId, part.ManagerId, "managerids");
            TypeId = Same(TypeId, part.TypeId, "typeids");
            TypeIdVersion = Same(TypeIdVersion, part.TypeIdVersion, "typeidversions");
            InstanceId = Same(InstanceId, part.InstanceId, "instanceids");
        }

        if (Type is VirtualPortType.Openvswitch or VirtualPortType.None)
        {
            InterfaceId = Same(InterfaceId, part.InterfaceId, "interfaceids");
        }

        if (part.ProfileId is null
            || Type is not (VirtualPortType.Openvswitch or VirtualPortType.Ieee8021Qbh or VirtualPortType.None))
        {
            return;
        }

        ProfileId = ProfileId is null || ProfileId == part.ProfileId
            ? part.ProfileId
            : throw Mismatch($"with mismatched profileids ('{ProfileId}' and '{part.ProfileId}')");
    }

    private static T? Same<T>(T? mine, T? theirs, string what)
        where T : struct, IEquatable<T>
    {
        if (mine is { } one && theirs is { } other && !one.Equals(other))
        {
            throw Mismatch(typeof(T) == typeof(Guid)
                ? $"with mismatched {what} ('{one}' and '{other}')"
                : $"with mismatched {what} ({one} and {other})");
        }

        return mine ?? theirs;
    }

    private static VirException Mismatch(string detail) => new(
        VirErrorNumber.VIR_ERR_XML_ERROR, VirErrorDomain.VIR_FROM_NONE, $"attempt to merge virtualports {detail}");
}
