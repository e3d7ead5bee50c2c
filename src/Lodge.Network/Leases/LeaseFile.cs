using System.Text.Json;
using Lodge.Protocol.Errors;

namespace Lodge.Network.Leases;

/// <summary>A bridge's leases on disk (<c>virbr0.status</c>), in libvirt's JSON.</summary>
public static class LeaseFile
{
    private const int Largest = 32 * 1024 * 1024;

    /// <summary>Reads all leases; none where there is no file.</summary>
    /// <exception cref="VirException">The file is no list of leases (<c>VIR_ERR_INTERNAL_ERROR</c>).</exception>
    public static IReadOnlyList<DhcpLease> Read(string path)
    {
        try
        {
            using var file = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (file.Length == 0) return [];
            if (file.Length > Largest) throw NetworkFailure.Internal($"invalid json in file: {path}");
            return JsonSerializer.Deserialize(file, LeaseJson.Default.ListDhcpLease) ?? [];
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (JsonException broken)
        {
            throw NetworkFailure.Internal($"invalid json in file: {path}", broken);
        }
    }

    /// <summary>Replaces the file whole.</summary>
    public static void Write(string path, IEnumerable<DhcpLease> leases)
    {
        var next = path + ".new";
        File.WriteAllBytes(next, JsonSerializer.SerializeToUtf8Bytes([.. leases], LeaseJson.Default.ListDhcpLease));
        File.Move(next, path, overwrite: true);
    }
}
