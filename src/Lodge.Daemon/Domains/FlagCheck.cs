using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Domains;

/// <summary>Refuses flags a call does not know, as libvirt does: a flag ignored is a promise broken.</summary>
internal static class FlagCheck
{
    /// <summary>Refuses any flag that is not among those supported.</summary>
    /// <param name="flags">What the client sent.</param>
    /// <param name="supported">What the call knows.</param>
    /// <param name="function">The driver's function, as libvirt names it in the text.</param>
    public static void Only(uint flags, uint supported, string function)
    {
        var unknown = flags & ~supported;
        if (unknown != 0)
            throw DomainErrors.InvalidArgument($"unsupported flags (0x{unknown:x}) in function {function}");
    }

    /// <summary>Refuses two flags that exclude each other.</summary>
    public static void NotBoth(uint flags, uint first, string firstName, uint second, string secondName, string function)
    {
        if ((flags & first) != 0 && (flags & second) != 0)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_INVALID_ARG,
                VirErrorDomain.VIR_FROM_NONE,
                $"Flags '{firstName}' and '{secondName}' in function '{function}' are mutually exclusive");
        }
    }
}
