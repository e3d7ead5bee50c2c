using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Lodge.Install.Media;

/// <summary>What a file of a tree has to hash to, as its <c>.treeinfo</c> says (<c>sha256:…</c>).</summary>
/// <param name="Algorithm">The hash.</param>
/// <param name="Hash">The expected bytes.</param>
public sealed record TreeChecksum(HashAlgorithmName Algorithm, byte[] Hash)
{
    /// <summary>Whether a file that was hashed so is the one meant.</summary>
    public bool Is(ReadOnlySpan<byte> hash) => hash.SequenceEqual(Hash);

    /// <summary>The hash as the file writes it.</summary>
    public override string ToString() =>
        $"{Algorithm.Name!.ToLowerInvariant()}:{Convert.ToHexStringLower(Hash)}";

    /// <summary>Reads one; false where the hash is none that is known here, or no hexadecimal of its length.</summary>
    internal static bool TryParse(string text, [NotNullWhen(true)] out TreeChecksum? checksum)
    {
        checksum = null;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return false;
        (HashAlgorithmName Name, int Bytes)? known = text[..colon].Trim().ToLowerInvariant() switch
        {
            "md5" => (HashAlgorithmName.MD5, 16),
            "sha1" or "sha" => (HashAlgorithmName.SHA1, 20),
            "sha256" => (HashAlgorithmName.SHA256, 32),
            "sha384" => (HashAlgorithmName.SHA384, 48),
            "sha512" => (HashAlgorithmName.SHA512, 64),
            _ => null,
        };
        var digits = text.AsSpan(colon + 1).Trim();
        if (known is not { } hash || digits.Length != hash.Bytes * 2) return false;
        var bytes = new byte[hash.Bytes];
        if (Convert.FromHexString(digits, bytes, out _, out _) != System.Buffers.OperationStatus.Done) return false;
        checksum = new TreeChecksum(hash.Name, bytes);
        return true;
    }
}
