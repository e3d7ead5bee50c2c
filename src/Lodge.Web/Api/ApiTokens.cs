using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lodge.Web.Options;

namespace Lodge.Web.Api;

/// <summary>What programs show instead of a password. Only what is left of it by SHA-256 is kept.</summary>
public sealed class ApiTokens
{
    private readonly string _file;
    private readonly Lock _gate = new();
    private ImmutableList<ApiToken> _all;

    /// <summary>Reads those that were made before.</summary>
    public ApiTokens(WebOptions options)
    {
        _file = Path.Combine(options.StateFolder, "tokens.json");
        _all = File.Exists(_file)
            ? JsonSerializer.Deserialize<ImmutableList<ApiToken>>(File.ReadAllText(_file)) ?? []
            : [];
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<ApiToken> All => _all;

    /// <summary>Makes one.</summary>
    /// <returns>The token itself, which nobody can read again.</returns>
    public string Make(string user, string name)
    {
        var token = "lodge_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        Change(all => all.Add(new ApiToken(name, user, DateTimeOffset.UtcNow, Hash(token))));
        return token;
    }

    /// <summary>Takes one away.</summary>
    public void Remove(ApiToken token) => Change(all => all.Remove(token));

    /// <summary>The one that was shown, or null.</summary>
    public ApiToken? Find(string token)
    {
        var hash = Encoding.ASCII.GetBytes(Hash(token));
        return _all.Find(known => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(known.Hash), hash));
    }

    private static string Hash(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private void Change(Func<ImmutableList<ApiToken>, ImmutableList<ApiToken>> change)
    {
        lock (_gate)
        {
            var all = change(_all);
            var options = new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            };
            using (var file = new StreamWriter(_file + ".new", options)) file.Write(JsonSerializer.Serialize(all));
            File.Move(_file + ".new", _file, overwrite: true);
            _all = all;
        }
    }
}
