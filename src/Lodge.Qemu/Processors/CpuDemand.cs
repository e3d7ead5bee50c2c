using Lodge.Model.Domain;

namespace Lodge.Qemu.Processors;

/// <summary>What somebody wants of a CPU, by the policies of its features.</summary>
/// <param name="bitsOf">The bits of one policy; those required include the model's own.</param>
internal sealed class CpuDemand(Func<CpuFeaturePolicy, CpuBits> bitsOf)
{
    /// <summary>What must be there.</summary>
    public CpuBits Required { get; } = bitsOf(CpuFeaturePolicy.Require);

    /// <summary>What is shown whether it is there or not.</summary>
    public CpuBits Forced { get; } = bitsOf(CpuFeaturePolicy.Force);

    /// <summary>What is shown where it is there.</summary>
    public CpuBits Optional { get; } = bitsOf(CpuFeaturePolicy.Optional);

    /// <summary>What is not shown.</summary>
    public CpuBits Disabled { get; } = bitsOf(CpuFeaturePolicy.Disable);

    /// <summary>What must not be there.</summary>
    public CpuBits Forbidden { get; } = bitsOf(CpuFeaturePolicy.Forbid);

    /// <summary>Whether nothing else may be there.</summary>
    public bool IsStrict { get; init; }
}
