using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;

namespace Lodge.Storage.Backends;

/// <summary>Refuses flags that a type of pool does not know, in libvirt's words.</summary>
internal static class BackendFlags
{
    private const VirStoragePoolBuildFlags Overwriting =
        VirStoragePoolBuildFlags.VIR_STORAGE_POOL_BUILD_OVERWRITE
        | VirStoragePoolBuildFlags.VIR_STORAGE_POOL_BUILD_NO_OVERWRITE;

    /// <summary>Refuses all build flags but the two of overwriting, and those two together.</summary>
    public static void CheckBuild(VirStoragePoolBuildFlags flags, string function)
    {
        Only((uint)flags, (uint)Overwriting, function);
        if ((flags & Overwriting) == Overwriting)
        {
            // libvirt reports this one alone without the words of its code.
            throw new VirException(new VirError
            {
                Code = VirErrorNumber.VIR_ERR_INVALID_ARG,
                Domain = VirErrorDomain.VIR_FROM_STORAGE,
                Message = "Flags 'VIR_STORAGE_POOL_BUILD_OVERWRITE' and 'VIR_STORAGE_POOL_BUILD_NO_OVERWRITE' "
                    + "are mutually exclusive",
                Text1 = function,
                Text2 = "ctl",
            });
        }
    }

    /// <summary>Refuses flags that are not among those known.</summary>
    public static void Only(uint flags, uint known, string function)
    {
        if ((flags & ~known) is var unknown && unknown != 0)
            throw StorageError.Argument($"unsupported flags (0x{unknown:x}) in function {function}");
    }
}
