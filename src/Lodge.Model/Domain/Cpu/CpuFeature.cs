namespace Lodge.Model.Domain;

/// <summary>A CPU feature asked for or forbidden.</summary>
/// <param name="Name">libvirt's name of the feature.</param>
/// <param name="Policy">What is asked.</param>
public sealed record CpuFeature(string Name, CpuFeaturePolicy Policy);
