using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>How storage on a network is reached.</summary>
public sealed class NetworkStorage
{
    /// <summary>The protocol.</summary>
    public StorageProtocol Protocol { get; set; }

    /// <summary>What follows the question mark of an HTTP address.</summary>
    public string? Query { get; set; }

    /// <summary>Whether the connection is encrypted.</summary>
    public bool? Tls { get; set; }

    /// <summary>The name that the server's certificate must bear.</summary>
    public string? TlsHostname { get; set; }

    /// <summary>The servers.</summary>
    public List<StorageHost> Hosts { get; } = [];

    /// <summary>The snapshot to read.</summary>
    public string? Snapshot { get; set; }

    /// <summary>The client's configuration file.</summary>
    public string? ConfigFile { get; set; }

    /// <summary>The iSCSI name to present.</summary>
    public string? InitiatorName { get; set; }

    /// <summary>Whether the server's certificate is checked.</summary>
    public bool? SslVerify { get; set; }

    /// <summary>Cookies of HTTP.</summary>
    public List<KeyValuePair<string, string>> Cookies { get; } = [];

    /// <summary>Bytes to read ahead; 0 for QEMU's own.</summary>
    public ulong ReadAhead { get; set; }

    /// <summary>Seconds until a request fails; 0 for QEMU's own.</summary>
    public ulong Timeout { get; set; }

    /// <summary>The user to be on NFS.</summary>
    public string? NfsUser { get; set; }

    /// <summary>The group to be on NFS.</summary>
    public string? NfsGroup { get; set; }

    internal static NetworkStorage Parse(Element element, string? name)
    {
        var storage = new NetworkStorage
        {
            Protocol = element.RequiredNamed("protocol", StorageProtocolNames.Table),
            Tls = element.YesNo("tls"),
            TlsHostname = element.Attribute("tlsHostname"),
            Snapshot = element.ChildAttribute("snapshot", "name"),
            ConfigFile = element.ChildAttribute("config", "file"),
            InitiatorName = element.Child("initiator", "iqn")?.Attribute("name"),
        };
        storage.Check(name);
        foreach (var host in element.All("host"))
        {
            storage.Hosts.Add(StorageHost.Parse(host, storage.Protocol));
        }

        storage.ParseWeb(element);
        if (storage.Protocol == StorageProtocol.Nfs)
        {
            storage.NfsUser = element.ChildAttribute("identity", "user");
            storage.NfsGroup = element.ChildAttribute("identity", "group");
        }

        return storage;
    }

    internal void FormatAttributes(XmlOutput output, string? name) => output
        .Attribute("protocol", Protocol.ToXml()).Attribute("name", name).Attribute("query", Query)
        .YesNo("tls", Tls).Attribute("tlsHostname", TlsHostname);

    internal void FormatChildren(XmlOutput output, DomainXmlFormatOptions options)
    {
        foreach (var host in Hosts)
        {
            host.Format(output);
        }

        output.Start("identity").Attribute("user", NfsUser).Attribute("group", NfsGroup).EndUnlessEmpty();
        output.Start("snapshot").Attribute("name", Snapshot).EndUnlessEmpty();
        output.Start("config").Attribute("file", ConfigFile).EndUnlessEmpty();
        FormatInitiator(output, InitiatorName);
        output.Start("ssl").YesNo("verify", SslVerify).EndUnlessEmpty();
        if (options.Secure && Cookies.Count > 0)
        {
            output.Start("cookies");
            foreach (var (name, value) in Cookies)
            {
                output.Start("cookie").Attribute("name", name).EndText(value);
            }

            output.End();
        }

        output.Start("readahead").Attribute("size", ReadAhead == 0 ? null : (ulong?)ReadAhead).EndUnlessEmpty();
        output.Start("timeout").Attribute("seconds", Timeout == 0 ? null : (ulong?)Timeout).EndUnlessEmpty();
    }

    internal static void FormatInitiator(XmlOutput output, string? name)
    {
        if (name is not null)
        {
            output.Start("initiator").Start("iqn").Attribute("name", name).End().End();
        }
    }

    private void Check(string? name)
    {
        if (name is null && Protocol != StorageProtocol.Nbd)
        {
            throw XmlError.Domain("missing name for disk source");
        }

        if (Protocol is StorageProtocol.Gluster or StorageProtocol.Rbd
            && name!.IndexOf('/', StringComparison.Ordinal) <= 0)
        {
            throw XmlError.Domain($"can't split path '{name}' into pool name and image name");
        }
    }

    private void ParseWeb(Element element)
    {
        if (Protocol is not (StorageProtocol.Http or StorageProtocol.Https or StorageProtocol.Ftp
            or StorageProtocol.Ftps))
        {
            return;
        }

        if (Protocol is StorageProtocol.Http or StorageProtocol.Https)
        {
            Query = element.Attribute("query");
            foreach (var cookie in element.Child("cookies")?.All("cookie") ?? [])
            {
                var name = cookie.Attribute("name") ?? throw XmlError.Domain("missing cookie name");
                Cookies.Add(new(name, cookie.Text.Length > 0
                    ? cookie.Text
                    : throw XmlError.Domain($"missing value for cookie '{name}'")));
            }
        }

        if (Protocol is StorageProtocol.Https or StorageProtocol.Ftps)
        {
            SslVerify = element.Child("ssl")?.YesNo("verify");
        }

        ReadAhead = Number(element.ChildAttribute("readahead", "size"));
        Timeout = Number(element.ChildAttribute("timeout", "seconds"));
    }

    private static ulong Number(string? text) =>
        text is null ? 0 : Numbers.TryULong(text, 10, out var value) ? value
            : throw XmlError.Domain(VirErrorNumber.VIR_ERR_XML_ERROR, "invalid readahead size or timeout");
}
