namespace Lodge.Qemu.CommandLine;

/// <summary>What a <see cref="PropertyValue"/> holds.</summary>
public enum PropertyKind
{
    /// <summary>Nothing: JSON's null.</summary>
    Null,

    /// <summary>Text.</summary>
    Text,

    /// <summary>On or off.</summary>
    Switch,

    /// <summary>A signed 64-bit number.</summary>
    Signed,

    /// <summary>An unsigned 64-bit number.</summary>
    Unsigned,

    /// <summary>Named members.</summary>
    Object,

    /// <summary>Values in order.</summary>
    List,
}
