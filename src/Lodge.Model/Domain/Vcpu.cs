namespace Lodge.Model.Domain;

/// <summary>One virtual CPU (<c>&lt;vcpu id=…&gt;</c>).</summary>
public sealed class Vcpu
{
    /// <summary>Whether it is there.</summary>
    public bool Online { get; set; }

    /// <summary>Whether it can come and go.</summary>
    public bool? Hotpluggable { get; set; }

    /// <summary>Its turn when they are added; 0 for none said.</summary>
    public uint Order { get; set; }
}
