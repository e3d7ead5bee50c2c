namespace Lodge.Host.NodeDevices;

/// <summary>Names of node devices, as libvirt makes them.</summary>
public static class NodeDeviceNames
{
    /// <summary>
    /// Subsystem, kernel name and what else tells two apart, joined; all but letters and digits become underscores.
    /// </summary>
    public static string Of(string subsystem, string kernelName, string? suffix = null)
    {
        var name = suffix is null ? $"{subsystem}_{kernelName}" : $"{subsystem}_{kernelName}_{suffix}";
        return string.Concat(name.Select(static c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
    }
}
