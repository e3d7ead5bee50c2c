namespace Lodge.Security.Selinux;

/// <summary>What the administrator decided about labels (<c>qemu.conf</c>).</summary>
public sealed record SelinuxSettings
{
    /// <summary>Whether the label before is kept with a file, to be given back (<c>remember_owner</c>).</summary>
    public bool RememberOwner { get; init; } = true;

    /// <summary>Takes what the administrator should know though nothing failed.</summary>
    public Action<string> OnWarning { get; init; } = static _ => { };
}
