namespace Lodge.Security.Access;

/// <summary>What refuses a guest a file.</summary>
public enum AccessLayer
{
    /// <summary>Owner, group and permissions.</summary>
    Mode,

    /// <summary>An access list (<c>acl(5)</c>).</summary>
    Acl,

    /// <summary>Labels of SELinux.</summary>
    Selinux,

    /// <summary>A profile of AppArmor.</summary>
    AppArmor,
}
