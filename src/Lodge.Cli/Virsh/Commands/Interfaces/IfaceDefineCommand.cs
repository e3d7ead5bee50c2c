namespace Lodge.Cli.Virsh.Commands.Interfaces;

/// <summary><c>virsh iface-define</c>: define an inactive persistent physical host interface or modify an existing persistent one from an XML file.</summary>
internal static class IfaceDefineCommand
{
    internal static Command Definition => new("iface-define", NotServed.RunAsync)
    {
        Help =
            "define an inactive persistent physical host interface or modify an existing persistent one "
            + "from an XML file",
        Description = "Define or modify a persistent physical host interface.",
        Options =
        [
            Option.File("file containing an XML interface description"),
            Option.Flag("validate", "validate the XML against the schema"),
        ],
    };
}
