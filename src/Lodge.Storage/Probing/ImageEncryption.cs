using Lodge.Model.Domain;

namespace Lodge.Storage.Probing;

/// <summary>How an image says that it is encrypted.</summary>
/// <param name="Format">The form of the encryption.</param>
/// <param name="PayloadOffset">Where the content begins, in sectors of 512 bytes; null where the format has no
/// say.</param>
public sealed record ImageEncryption(EncryptionFormat Format, uint? PayloadOffset);
