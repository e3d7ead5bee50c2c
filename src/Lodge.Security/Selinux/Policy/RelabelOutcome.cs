namespace Lodge.Security.Selinux.Policy;

/// <summary>What came of a file that was to get the label of the policy.</summary>
public enum RelabelOutcome
{
    /// <summary>It has it now.</summary>
    Relabelled,

    /// <summary>It would get it, were this no trial.</summary>
    WouldRelabel,

    /// <summary>An administrator gave it a type that relabelling leaves alone.</summary>
    Customized,

    /// <summary>The policy has no label for it.</summary>
    NoDefault,

    /// <summary>It could not be read or labelled.</summary>
    Failed,
}
