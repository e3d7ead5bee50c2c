namespace Lodge.Model.Nwfilter;

/// <summary>What happens to a packet that a rule matches (<c>action</c>).</summary>
public enum RuleAction
{
    /// <summary>It vanishes.</summary>
    Drop,

    /// <summary>It passes, and no later rule sees it.</summary>
    Accept,

    /// <summary>It vanishes, and its sender is told.</summary>
    Reject,

    /// <summary>The rest of this chain is skipped.</summary>
    Return,

    /// <summary>The next rule looks at it.</summary>
    Continue,
}
