namespace Lodge.Security;

/// <summary>What a guest's process runs with.</summary>
/// <param name="Label">Its label.</param>
/// <param name="IsEnforcing">Whether what the label may not do is refused.</param>
public readonly record struct ProcessLabel(string Label, bool IsEnforcing);
