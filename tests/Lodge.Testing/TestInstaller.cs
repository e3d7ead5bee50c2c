namespace Lodge.Testing;

/// <summary>
/// The small installer that <c>tools/testinstall/build</c> makes: towards the host it behaves as Anaconda does.
/// </summary>
public static class TestInstaller
{
    /// <summary>
    /// Its folder: <c>LODGE_TESTINSTALL</c>, by default <c>artifacts/testinstall</c> of the checkout.
    /// </summary>
    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("LODGE_TESTINSTALL") is { Length: > 0 } named
            ? named
            : Path.Combine(Checkout.Folder, "artifacts", "testinstall");

    /// <summary>True when it has been built.</summary>
    public static bool IsBuilt => File.Exists(Image);

    /// <summary>The tree, with its <c>.treeinfo</c>.</summary>
    public static string Tree => Path.Combine(Folder, "tree");

    /// <summary>The image, which BIOS machines start from.</summary>
    public static string Image => Path.Combine(Folder, "installer.iso");

    /// <summary>A kickstart that names the guest and leaves a word on its disk.</summary>
    /// <param name="hostname">The guest's name.</param>
    /// <param name="packages">Where packages come from, as a kickstart says so.</param>
    public static string Kickstart(string hostname, string packages = "") => $"""
        text
        {packages}
        lang en_US.UTF-8
        keyboard us
        timezone Europe/Berlin --utc
        network --bootproto=dhcp --hostname={hostname}
        rootpw --plaintext "a secret"
        zerombr
        clearpart --all --initlabel
        part /boot --fstype=ext4 --size=64
        part / --fstype=ext4 --size=100 --grow
        bootloader --location=mbr
        poweroff

        %packages
        @core
        %end

        %post
        echo "left by the post script" >/root/left
        %end

        """;
}
