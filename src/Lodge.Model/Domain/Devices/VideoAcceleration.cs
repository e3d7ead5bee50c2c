using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What the host's graphics card does for a video device.</summary>
public sealed class VideoAcceleration
{
    /// <summary>Whether it draws in three dimensions.</summary>
    public bool? Accel3D { get; set; }

    /// <summary>Whether it draws in two dimensions.</summary>
    public bool? Accel2D { get; set; }

    /// <summary>The host's device.</summary>
    public string? RenderNode { get; set; }

    internal static VideoAcceleration Parse(Element element)
    {
        var acceleration = new VideoAcceleration
        {
            RenderNode = element.Attribute("rendernode"),
            Accel3D = element.YesNo("accel3d"),
            Accel2D = element.YesNo("accel2d"),
        };
        return acceleration is { RenderNode: null, Accel3D: null, Accel2D: null }
            ? throw XmlError.Unsupported("missing values for acceleration")
            : acceleration;
    }

    internal void Format(XmlOutput output) => output.Start("acceleration").YesNo("accel3d", Accel3D)
        .YesNo("accel2d", Accel2D).Attribute("rendernode", RenderNode).End();
}
