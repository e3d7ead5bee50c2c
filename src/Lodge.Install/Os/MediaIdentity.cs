namespace Lodge.Install.Os;

/// <summary>What the primary volume descriptor of an ISO 9660 image says (ECMA-119, 8.4).</summary>
/// <param name="VolumeId">The name of the volume; null where blank, as all of these.</param>
/// <param name="SystemId">The system that it is for (<c>LINUX</c>).</param>
/// <param name="PublisherId">Who published it.</param>
/// <param name="ApplicationId">The program that made it.</param>
/// <param name="VolumeSize">The size of the volume in bytes, as it claims.</param>
/// <param name="IsBootable">Whether a machine can start from it (El Torito).</param>
public sealed record MediaIdentity(
    string? VolumeId,
    string? SystemId,
    string? PublisherId,
    string? ApplicationId,
    long VolumeSize,
    bool IsBootable);
