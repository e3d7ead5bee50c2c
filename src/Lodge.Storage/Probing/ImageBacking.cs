using Lodge.Model.Domain;

namespace Lodge.Storage.Probing;

/// <summary>What an image's header says of the image below it.</summary>
/// <param name="Text">Its place as it is written: a path, a URI, or <c>json:</c> with QEMU's own description.</param>
/// <param name="Format">Its format; null where the header does not say.</param>
/// <param name="MayProbe">Whether an unsaid format may be found out by looking: formats that know of no other
/// way.</param>
public sealed record ImageBacking(string Text, StorageFormat? Format, bool MayProbe = false);
