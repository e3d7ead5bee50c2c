namespace Lodge.Security.Selinux.Policy;

/// <summary>A file that was relabelled, or was not for a reason; as text, the line that <c>restorecon -v</c>
/// prints.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Path">The file.</param>
/// <param name="Before">The label it had; null for none.</param>
/// <param name="After">The label it was to have; what went wrong, where something did.</param>
public sealed record RelabelledFile(RelabelOutcome Outcome, string Path, string? Before, string? After)
{
    private const string NoLabel = "(null)";

    /// <inheritdoc/>
    public override string ToString() => Outcome switch
    {
        RelabelOutcome.Relabelled => $"Relabeled {Path} from {Before ?? NoLabel} to {After}",
        RelabelOutcome.WouldRelabel => $"Would relabel {Path} from {Before ?? NoLabel} to {After}",
        RelabelOutcome.Customized => $"{Path} not reset as customized by admin to {Before}",
        RelabelOutcome.NoDefault => $"Warning no default label for {Path}",
        _ => $"Could not set context for {Path}:  {After}",
    };
}
