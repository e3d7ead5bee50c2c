using Lodge.Model.Domain;

namespace Lodge.Storage.Chains;

/// <summary>Where the image below another lies.</summary>
/// <param name="Source">The place.</param>
/// <param name="IsWhole">Whether the text said nothing beyond it; where it did (a password, a user), only QEMU can
/// reach the image, by the text itself.</param>
public readonly record struct BackingPlace(StorageSource Source, bool IsWhole = true);
