namespace Lodge.Host.Kvm;

/// <summary>Whether this host can run 64-bit guests under KVM, why it cannot, and what to do about it.</summary>
/// <param name="Verdict">The outcome as a word.</param>
/// <param name="Explanation">The outcome as a sentence without a full stop; empty where KVM works.</param>
/// <param name="Advice">What an administrator can do about it; empty where KVM works.</param>
public sealed record KvmReport(KvmVerdict Verdict, string Explanation, string Advice)
{
    /// <summary>Whether <c>kvm</c> may be the default type of a domain.</summary>
    public bool Usable => Verdict == KvmVerdict.Works;
}
