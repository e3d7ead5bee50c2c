namespace Lodge.Security.Dac;

/// <summary>What the administrator decided about owners (<c>qemu.conf</c>).</summary>
public sealed record DacSettings
{
    /// <summary>The account that guests run as (<c>user</c>, <c>group</c>).</summary>
    public required Ownership Account { get; init; }

    /// <summary>Whether files are given to guests (<c>dynamic_ownership</c>).</summary>
    public bool DynamicOwnership { get; init; } = true;

    /// <summary>Whether the owner before is kept with the file, to be given back (<c>remember_owner</c>).</summary>
    public bool RememberOwner { get; init; } = true;
}
