namespace Lodge.Security;

/// <summary>Which guests must be kept apart (<c>qemu.conf</c>).</summary>
public sealed record ConfinementRules
{
    /// <summary>Whether a guest that says nothing is confined (<c>security_default_confined</c>).</summary>
    public bool IsDefault { get; init; } = true;

    /// <summary>Whether a guest that is not confined is refused (<c>security_require_confined</c>).</summary>
    public bool IsRequired { get; init; }
}
