using Lodge.Host.Native;
using Lodge.Protocol.Errors;

namespace Lodge.Host.Kvm;

/// <summary>How much the kernel's KVM takes.</summary>
public static class KvmLimits
{
    private const int MaxVcpusCapability = 66;
    private const int RecommendedVcpusCapability = 9;

    // What a kernel allows that knows neither question.
    private const int OldKernel = 4;

    /// <summary>The most virtual CPUs of one guest.</summary>
    /// <exception cref="VirException">/dev/kvm cannot be opened (VIR_ERR_SYSTEM_ERROR).</exception>
    /// <remarks>Source: the kernel's <c>Documentation/virt/kvm/api.rst</c>, KVM_CAP_MAX_VCPUS.</remarks>
    public static int MaxVcpus()
    {
        try
        {
            using var kvm = File.OpenHandle("/dev/kvm");
            var most = LibC.Ioctl(kvm, KvmRequests.CheckExtension, MaxVcpusCapability);
            most = most > 0 ? most : LibC.Ioctl(kvm, KvmRequests.CheckExtension, RecommendedVcpusCapability);
            return most > 0 ? most : OldKernel;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
                VirErrorDomain.VIR_FROM_NONE,
                $"Unable to open /dev/kvm: {failure.Message}",
                failure);
        }
    }
}
