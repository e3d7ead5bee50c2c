namespace Lodge.Install.Os;

/// <summary>A firmware that an operating system starts from, or explicitly does not.</summary>
/// <param name="Architecture">The architecture it is said of (<c>x86_64</c>).</param>
/// <param name="Type"><c>bios</c>, <c>efi</c>, …</param>
/// <param name="IsSupported">Whether it starts there.</param>
public sealed record OsFirmware(string Architecture, string Type, bool IsSupported);
