namespace Lodge.Cli.Virsh.Sessions;

/// <summary>By what a command's <c>&lt;domain&gt;</c> may name the domain.</summary>
[Flags]
internal enum DomainKeys
{
    /// <summary>Its number while it runs.</summary>
    Id = 1,

    /// <summary>Its UUID.</summary>
    Uuid = 2,

    /// <summary>Its name.</summary>
    Name = 4,

    /// <summary>Any of these.</summary>
    Any = Id | Uuid | Name,
}
