namespace Lodge.Cli.Virsh.Definitions;

/// <summary>How an option takes its value.</summary>
internal enum OptionKind
{
    /// <summary><c>--name</c>: present or not.</summary>
    Flag,

    /// <summary><c>--name value</c>, optional.</summary>
    Text,

    /// <summary><c>--name number</c>, optional or required.</summary>
    Number,

    /// <summary>A required value that may stand without its name.</summary>
    Data,

    /// <summary>All values that are left.</summary>
    Rest,

    /// <summary>Another spelling of a later option, not shown in help.</summary>
    Alias,
}
