using Lodge.Protocol.Errors;

namespace Lodge.Daemon.NodeDevices;

/// <summary>The refusals of the node device driver, in libvirt's words.</summary>
internal static class NodeDeviceErrors
{
    /// <summary>There is no device of that name.</summary>
    public static VirException NotFound(string name) =>
        Of(VirErrorNumber.VIR_ERR_NO_NODE_DEVICE, $"no node device with matching name '{name}'");

    /// <summary>The device is of a kind that nobody can make or take away.</summary>
    public static VirException UnsupportedType() => Unsupported("Unsupported device type");

    /// <summary>What was asked for is well formed and not supported.</summary>
    public static VirException Unsupported(string detail) => Of(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, detail);

    /// <summary>The device is not in the state that the call needs.</summary>
    public static VirException Invalid(string detail) => Of(VirErrorNumber.VIR_ERR_OPERATION_INVALID, detail);

    /// <summary>The host did what it must not.</summary>
    public static VirException Internal(string detail) => Of(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, detail);

    /// <summary>Any other code, reported by the node device driver.</summary>
    public static VirException Of(VirErrorNumber code, string detail) =>
        new(code, VirErrorDomain.VIR_FROM_NODEDEV, detail);
}
