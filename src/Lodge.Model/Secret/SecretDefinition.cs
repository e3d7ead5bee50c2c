using Lodge.Model.Domain;
using Lodge.Protocol;

namespace Lodge.Model.Secret;

/// <summary>What a secret is for and who may read it; its value is never part of it (<c>&lt;secret&gt;</c>).</summary>
/// <remarks>https://libvirt.org/formatsecret.html.</remarks>
public sealed record SecretDefinition
{
    /// <summary>What tells it from all other secrets.</summary>
    public required VirUuid Uuid { get; init; }

    /// <summary>Whether it is kept in memory alone.</summary>
    public bool IsEphemeral { get; init; }

    /// <summary>Whether no client may read its value back.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>What a person wrote about it.</summary>
    public string? Description { get; init; }

    /// <summary>The kind of thing that uses it.</summary>
    public SecretUsage Usage { get; init; }

    /// <summary>Which thing of that kind: a volume's path, or a name; null where <see cref="Usage"/> is none.</summary>
    public string? UsageId { get; init; }
}
