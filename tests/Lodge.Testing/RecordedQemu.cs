namespace Lodge.Testing;

/// <summary>
/// What QEMU binaries answered when they were asked, so that tests need none and always see the same.
/// </summary>
public static class RecordedQemu
{
    /// <summary>
    /// QEMU 7.2.22 for x86_64 as Debian 12 has it, on a host without KVM; for <c>QemuCapabilities.Read</c>.
    /// </summary>
    public static Stream Open72() => Open("qemu-7.2-x86_64.json");

    /// <summary>Its sibling for i686.</summary>
    public static Stream Open72I686() => Open("qemu-7.2-i686.json");

    private static Stream Open(string name) =>
        typeof(RecordedQemu).Assembly.GetManifestResourceStream($"Lodge.Testing.Data.{name}")
        ?? throw new FileNotFoundException($"{name} is not among the recorded data");
}
