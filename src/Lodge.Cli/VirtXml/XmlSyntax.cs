namespace Lodge.Cli.VirtXml;

/// <summary>The command line of <c>virt-xml</c>.</summary>
internal static class XmlSyntax
{
    /// <summary>The table.</summary>
    public static ProgramSyntax Table { get; } = new(
        "virt-xml",
        "[options]",
        "Edit libvirt XML using command line options.",
        [
            new(
                "options",
                [
                    ProgramSyntax.Help, ProgramSyntax.Version,
                    new("--connect")
                    {
                        Short = "-c", Metavar = "URI", Help = "Connect to hypervisor with libvirt URI",
                    },
                ]),
            new("XML actions", XmlArguments.Actions),
            new("Output options", XmlArguments.Output),
            new("OS options", XmlArguments.System),
            new(
                "XML options",
                [
                    XmlArguments.Guest[0], .. DeviceArguments.Cards, GuestArguments.Metadata, GuestArguments.Memory,
                    GuestArguments.Vcpus, XmlArguments.Guest[1], GuestArguments.Xml, .. GuestArguments.Settings,
                    .. GuestArguments.Boot, .. DeviceArguments.Devices,
                ]),
            new("Miscellaneous Options", XmlArguments.Running),
        ])
    {
        Operand = ("domain", "Domain name, id, or uuid"),
        Examples =
        [
            "virt-xml web --edit --memory 4096",
            "virt-xml web --add-device --disk size=10 --update",
            "virt-xml web --remove-device --disk target=vdb --print-diff",
        ],
        Epilog = "Use '--option=?' or '--option help' to see available suboptions\n"
            + "See man page for examples and full option syntax.",
    };
}
