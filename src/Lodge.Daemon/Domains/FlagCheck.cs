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
    /// <param name="flags">What the client sent.</param>
    /// <param name="first">One of the two.</param>
    /// <param name="second">The other.</param>
    /// <param name="function">The public function, where it is known.</param>
    /// <param name="domain">Whose refusal it is.</param>
    public static void NotBoth<TFlags>(
        TFlags flags,
        TFlags first,
        TFlags second,
        string? function,
        VirErrorDomain domain = VirErrorDomain.VIR_FROM_DOMAIN)
        where TFlags : struct, Enum
    {
        if (flags.HasFlag(first) && flags.HasFlag(second))
            throw Refusal($"Flags '{first}' and '{second}' are mutually exclusive", function, domain);
    }

    /// <summary>Refuses a flag without the one that it needs beside it.</summary>
    /// <inheritdoc cref="NotBoth" path="/param"/>
    public static void Needs<TFlags>(
        TFlags flags, TFlags first, TFlags second, string function, VirErrorDomain domain)
        where TFlags : struct, Enum
    {
        if (flags.HasFlag(first) && !flags.HasFlag(second))
            throw Refusal($"Flag '{second}' is required by flag '{first}'", function, domain);
    }

    // libvirt reports these alone without the words of their code.
    private static VirException Refusal(string message, string? function, VirErrorDomain domain) =>
        new(new VirError
        {
            Code = VirErrorNumber.VIR_ERR_INVALID_ARG,
            Domain = domain,
            Message = message,
            Text1 = function,
            Text2 = "ctl",
        });
}
