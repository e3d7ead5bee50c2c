using Lodge.Protocol.Constants;

namespace Lodge.Client;

/// <summary>What a guest uses (libvirt's <c>virDomainInfo</c>).</summary>
/// <param name="State">What it does.</param>
/// <param name="MaxMem">The most memory it can have, in KiB.</param>
/// <param name="Memory">The memory it has, in KiB.</param>
/// <param name="NrVirtCpu">How many virtual processors it has.</param>
/// <param name="CpuTime">How long its processors ran, in nanoseconds.</param>
public readonly record struct DomainInfo(
    VirDomainState State, ulong MaxMem, ulong Memory, ushort NrVirtCpu, ulong CpuTime);

/// <summary>What the connection to a guest's hypervisor does (libvirt's <c>virDomainControlInfo</c>).</summary>
/// <param name="State">Free, busy or broken.</param>
/// <param name="Details">Why, where it is broken.</param>
/// <param name="StateTime">For how long, in milliseconds; 0 where it is free.</param>
public readonly record struct DomainControlInfo(
    VirDomainControlState State, VirDomainControlErrorReason Details, ulong StateTime);

/// <summary>The security label of a guest's process (libvirt's <c>virSecurityLabel</c>).</summary>
/// <param name="Label">The label.</param>
/// <param name="Enforcing">Whether it is enforced.</param>
public readonly record struct SecurityLabel(string Label, bool Enforcing);
