namespace Lodge.Security.Access;

/// <summary>Why a guest does not reach a file.</summary>
/// <param name="File">The file.</param>
/// <param name="Part">The first part of its path that the guest may not pass; the file itself where it may pass
/// all.</param>
/// <param name="Layer">What refuses.</param>
/// <param name="Reason">Who may not do what, and by which setting.</param>
/// <param name="Fix">What a person can do about it.</param>
public sealed record AccessRefusal(string File, string Part, AccessLayer Layer, string Reason, string Fix)
{
    /// <summary>All of it, in a sentence.</summary>
    public override string ToString() => Part == File
        ? $"{Reason}; to mend it: {Fix}"
        : $"{Reason}, on the way to '{File}'; to mend it: {Fix}";
}
