namespace Lodge.Testing;

/// <summary>The checkout that the running test was built from.</summary>
public static class Checkout
{
    /// <summary>Its top folder, the one that holds <c>Lodge.slnx</c>.</summary>
    public static string Folder { get; } = Find();

    /// <summary>The native programs: <c>LODGE_BIN</c>, by default <c>dist/bin</c> of the checkout.</summary>
    public static string Programs { get; } =
        Environment.GetEnvironmentVariable("LODGE_BIN") is { Length: > 0 } named
            ? named
            : Path.Combine(Folder, "dist", "bin");

    /// <summary>A native program of ours by its name, as <c>lodged</c> or <c>virsh</c>.</summary>
    public static string ProgramPath(string name) => Path.Combine(Programs, name);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Lodge.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"no checkout of Lodge above {AppContext.BaseDirectory}");
    }
}
