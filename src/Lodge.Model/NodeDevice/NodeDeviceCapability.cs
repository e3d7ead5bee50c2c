using Lodge.Model.Xml;

namespace Lodge.Model.NodeDevice;

/// <summary>What a device is, and its facts of that kind (<c>&lt;capability&gt;</c>).</summary>
public abstract record NodeDeviceCapability
{
    /// <summary>The kind of device.</summary>
    public abstract NodeDeviceKind Kind { get; }

    /// <summary>Kinds that it is besides: what its own capabilities make of it.</summary>
    public virtual IEnumerable<NodeDeviceKind> FurtherKinds => [];

    internal abstract void Format(XmlOutput output);
}
