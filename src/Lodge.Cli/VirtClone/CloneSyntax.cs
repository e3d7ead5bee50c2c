namespace Lodge.Cli.VirtClone;

/// <summary>The command line of <c>virt-clone</c>.</summary>
internal static class CloneSyntax
{
    /// <summary>The table.</summary>
    public static ProgramSyntax Table { get; } = new(
        "virt-clone",
        "--original [NAME] ...",
        "Duplicate a virtual machine, changing all the unique host side configuration like MAC address, name, etc. \n\n"
            + "The VM contents are NOT altered: virt-clone does not change anything _inside_ the guest OS, it only "
            + "duplicates disks and does host side changes. So things like changing passwords, changing static IP "
            + "address, etc are outside the scope of this tool. For these types of changes, please see "
            + "virt-sysprep(1).",
        [
            new(
                "options",
                [
                    ProgramSyntax.Help, ProgramSyntax.Version,
                    new("--connect") { Metavar = "URI", Help = "Connect to hypervisor with libvirt URI" },
                ]),
            new("General Options", CloneArguments.General),
            new("Storage Configuration", CloneArguments.Storage),
            new("Networking Configuration", CloneArguments.Network),
            new("Miscellaneous Options", CloneArguments.Running),
        ])
    {
        Examples =
        [
            "virt-clone --original web --auto-clone",
            "virt-clone --original web --name web2 --file /images/web2.qcow2",
        ],
        Epilog = "See man page for examples and full option syntax.",
    };
}
