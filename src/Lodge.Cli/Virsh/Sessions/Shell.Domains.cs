using System.Xml.Linq;
using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Sessions;

/// <content>Finding domains.</content>
internal sealed partial class Shell
{
    private const int UuidTextLength = 36;

    /// <summary>The domain that a command's <c>&lt;domain&gt;</c> names.</summary>
    internal Task<Domain> DomainAsync(Arguments arguments, DomainKeys keys = DomainKeys.Any)
    {
        var name = arguments.Needed("domain");
        Debug(LogLevel.Info, $"{arguments.CommandName}: found option <domain>: {name}");
        return DomainAsync(name, keys, arguments.CommandName);
    }

    /// <summary>Finds a domain: as a number first, then as a UUID, then as a name.</summary>
    /// <exception cref="CommandFailure">There is none.</exception>
    internal async Task<Domain> DomainAsync(string name, DomainKeys keys = DomainKeys.Any, string command = "unknown")
    {
        Domain? domain = null;
        if (keys.HasFlag(DomainKeys.Id) && NumberText.TrySigned(name, 0, int.MaxValue, out var id))
        {
            Debug(LogLevel.Debug, $"{command}: <domain> looks like ID");
            domain = await FoundAsync(() => Connection.LookupDomainByIdAsync((int)id));
        }

        if (domain is null && keys.HasFlag(DomainKeys.Uuid) && name.Length == UuidTextLength
            && VirUuid.TryParse(name, out var uuid))
        {
            Debug(LogLevel.Debug, $"{command}: <domain> trying as domain UUID");
            domain = await FoundAsync(() => Connection.LookupDomainByUuidAsync(uuid));
        }

        if (domain is null && keys.HasFlag(DomainKeys.Name))
        {
            Debug(LogLevel.Debug, $"{command}: <domain> trying as domain NAME");
            domain = await FoundAsync(() => Connection.LookupDomainByNameAsync(name));
        }

        return domain ?? throw new CommandFailure($"failed to get domain '{name}'");
    }

    /// <summary>
    /// A domain's definition as XML, with the blanks between its elements where they are to be written back.
    /// </summary>
    internal static async Task<XElement> DomainXmlAsync(
        Domain domain, VirDomainXMLFlags flags = 0, bool keepBlanks = false) =>
        XmlText.Parse(
            await domain.GetXmlDescAsync(flags).OrFail("Failed to get domain description xml"),
            "Failed to parse domain description xml",
            keepBlanks);

    /// <summary>The result of a look-up, or null when there is no such object.</summary>
    internal static async Task<T?> FoundAsync<T>(Func<ValueTask<T>> lookUp)
        where T : class
    {
        try
        {
            return await lookUp();
        }
        catch (VirException)
        {
            return null;
        }
    }
}
