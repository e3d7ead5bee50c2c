namespace Lodge.Model.Domain;

/// <summary>How the memory of one guest node is bound to the host's nodes (<c>&lt;memnode&gt;</c>).</summary>
/// <param name="Mode">How it is bound.</param>
/// <param name="Nodes">The host's nodes.</param>
public sealed record NumaNodeBinding(NumaMemoryMode Mode, CpuSet Nodes);
