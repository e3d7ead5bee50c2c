using System.Xml.Linq;
using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Hosts;

/// <summary>The NUMA cells of the host, as its capabilities list them.</summary>
internal static class NumaCells
{
    /// <summary>The host's capabilities.</summary>
    internal static async Task<XElement> CapabilitiesAsync(Shell shell)
    {
        const string Complaint = "unable to get node capabilities";
        return XmlText.Parse(await shell.Connection.GetCapabilitiesAsync().OrFail(Complaint), Complaint);
    }

    /// <summary>The numbers of all cells.</summary>
    internal static async Task<int[]> IdsAsync(Shell shell) => Ids(await CapabilitiesAsync(shell));

    /// <inheritdoc cref="IdsAsync"/>
    internal static int[] Ids(XElement capabilities) =>
        [.. capabilities.All("host/topology/cells/cell").Select(static cell => Id(cell.Get("@id")))];

    private static int Id(string? text) =>
        int.TryParse(text, out var id) ? id : throw new CommandFailure("conversion from string failed");
}
