using Lodge.Protocol.Errors;

namespace Lodge.Security.Selinux.Policy;

/// <summary>The labels that a policy has for guests.</summary>
/// <remarks>Source: <c>selinux_virtual_domain_context_path(3)</c>, <c>selinux_virtual_image_context_path(3)</c>.
/// </remarks>
public sealed record VirtualContexts
{
    /// <summary>The label of a guest's process.</summary>
    public required string Process { get; init; }

    /// <summary>The label of a guest's process that makes its code as it goes (TCG); null where the policy has
    /// none.</summary>
    public string? EmulatedProcess { get; init; }

    /// <summary>The label of an image that a guest writes.</summary>
    public required string Image { get; init; }

    /// <summary>The label of what guests only read.</summary>
    public required string Content { get; init; }

    /// <summary>Reads the two files of a policy.</summary>
    /// <param name="policyFolder">The policy's folder.</param>
    /// <exception cref="VirException">VIR_ERR_SYSTEM_ERROR: one of them is not there, or empty.</exception>
    public static VirtualContexts Read(string policyFolder)
    {
        var processes = Lines(policyFolder, "domain");
        var files = Lines(policyFolder, "image");
        return new VirtualContexts
        {
            Process = processes[0],
            EmulatedProcess = processes.ElementAtOrDefault(1),
            Image = files[0],
            Content = files.ElementAtOrDefault(1) ?? files[0],
        };
    }

    /// <summary>What a guest's label is made from.</summary>
    /// <param name="isEmulated">Whether its type is <c>qemu</c>, not <c>kvm</c>.</param>
    public string BaseLabel(bool isEmulated) => isEmulated ? EmulatedProcess ?? Process : Process;

    private static string[] Lines(string policyFolder, string what)
    {
        var path = Path.Combine(policyFolder, "contexts", $"virtual_{what}_context");
        try
        {
            var lines = File.ReadLines(path).Take(2).TakeWhile(static line => line.Length > 0).ToArray();
            return lines.Length > 0 ? lines : throw Unreadable("it is empty");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(failure.Message);
        }

        VirException Unreadable(string why) => new(
            VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
            VirErrorDomain.VIR_FROM_SECURITY,
            $"cannot read SELinux virtual {what} context file '{path}': {why}");
    }
}
