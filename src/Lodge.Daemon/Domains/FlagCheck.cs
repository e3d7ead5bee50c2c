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
    public static void NotBoth(
        uint flags,
        uint first,
        string firstName,
        uint second,
        string secondName,
        string function,
        VirErrorDomain domain = VirErrorDomain.VIR_FROM_QEMU)
    {
        if ((flags & first) == 0 || (flags & second) == 0)
            return;

        // libvirt reports this one alone without the words of its code.
        throw new VirException(new VirError
        {
            Code = VirErrorNumber.VIR_ERR_INVALID_ARG,
            Domain = domain,
            Message = $"Flags '{firstName}' and '{secondName}' are mutually exclusive",
            Text1 = function,
            Text2 = "ctl",
        });
    }
}
