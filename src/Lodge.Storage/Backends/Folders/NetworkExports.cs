using Lodge.Model.Storage;
using Lodge.Protocol.Errors;
using Lodge.Storage.Tools;

namespace Lodge.Storage.Backends.Folders;

/// <summary>Finds the folders that a server lends out by NFS.</summary>
internal static class NetworkExports
{
    /// <summary>Asks the server that a <c>&lt;source&gt;</c> names.</summary>
    public static async Task<string> FindAsync(string? specification, CancellationToken cancellation)
    {
        var asked = StoragePoolXml.ParseSource(
            specification ?? throw StorageError.Argument("hostname must be specified for netfs sources"),
            StoragePoolType.Netfs);
        if (asked.Hosts is not [{ Name: var host }])
            throw StorageError.Unsupported("Expected exactly 1 host for the storage pool");
        string[] arguments = ["--no-headers", "--exports", host];
        var outcome = await Tool.TryAsync("showmount", arguments, cancellation);
        if (!outcome.IsSuccess)
        {
            throw StorageError.Of(
                VirErrorNumber.VIR_ERR_OPERATION_FAILED, $"no storage pools were found on host '{host}'");
        }

        return StoragePoolXml.FormatSources(Sources(host, outcome.Output), StoragePoolType.Netfs);
    }

    /// <summary>
    /// Reads lines such as <c>/A dir demo1.foo.bar,demo2.foo.bar</c>: folders may have blanks, lists of clients not.
    /// </summary>
    internal static IEnumerable<StoragePoolSource> Sources(string host, string output)
    {
        foreach (var line in output.Split('\n'))
        {
            var blank = line.TrimEnd().LastIndexOf(' ');
            if (blank <= 0 || line[0] != '/')
                continue;
            yield return new StoragePoolSource
            {
                Hosts = [new StoragePoolHost(host)],
                Directory = line[..blank].TrimEnd(),
                Format = "nfs",
            };
        }
    }
}
