namespace Lodge.Cli.VirtInstall;

/// <summary>The command line of <c>virt-install</c>.</summary>
internal static class InstallSyntax
{
    /// <summary>The table.</summary>
    public static ProgramSyntax Table { get; } = new(
        "virt-install",
        "--name NAME --memory MB STORAGE INSTALL [options]",
        "Create a new virtual machine from specified install media.",
        [
            new(
                "options",
                [
                    ProgramSyntax.Help, ProgramSyntax.Version,
                    new("--connect") { Metavar = "URI", Help = "Connect to hypervisor with libvirt URI" },
                ]),
            new("General Options", InstallArguments.General),
            new("Installation Method Options", [.. InstallArguments.Method, .. GuestArguments.Boot]),
            new("OS options", InstallArguments.System),
            new(
                "Device Options",
                [
                    .. InstallArguments.Disks, .. DeviceArguments.Cards,
                    .. DeviceArguments.Devices.Select(WithOldSound),
                    .. InstallArguments.Old,
                ]),
            new("Guest Configuration Options", GuestArguments.Settings),
            new("Virtualization Platform Options", InstallArguments.Platform),
            new("Miscellaneous Options", InstallArguments.Running),
        ])
    {
        Examples =
        [
            "virt-install --name web --memory 2048 --disk size=20 --cdrom /isos/fedora.iso",
            "virt-install --name web --memory 2048 --disk size=20 --location https://host/tree",
            "virt-install --name old --memory 1024 --import --disk /images/old.qcow2 --osinfo debian11",
            "virt-install --osinfo list",
        ],
        Epilog = "Use '--option=?' or '--option help' to see available suboptions\n"
            + "See man page for examples and full option syntax.",
    };

    private static Argument WithOldSound(Argument argument) =>
        argument == DeviceArguments.Sound ? argument with { Kind = ArgumentKind.OptionalValue } : argument;
}
