using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lodge.Install.Unattended;

/// <summary>Passwords as <c>/etc/shadow</c> keeps them: <c>$6$SALT$HASH</c>.</summary>
/// <remarks>Source: Ulrich Drepper, "Unix crypt using SHA-256 and SHA-512", 0.6.</remarks>
public static class Sha512Crypt
{
    private const string Digits = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int UsualRounds = 5000;
    private const int SaltLength = 16;
    private const int Length = SHA512.HashSizeInBytes;

    /// <summary>The hash of a password with a salt of its own.</summary>
    public static string Hash(string password) =>
        Hash(password, RandomNumberGenerator.GetString(Digits, SaltLength));

    /// <summary>The hash of a password.</summary>
    /// <param name="password">The password.</param>
    /// <param name="salt">Up to 16 characters; what is more is not looked at.</param>
    /// <param name="rounds">How often it is stirred; null for the 5000 that are usual and that nobody writes.</param>
    public static string Hash(string password, string salt, int? rounds = null)
    {
        ArgumentNullException.ThrowIfNull(password);
        ArgumentNullException.ThrowIfNull(salt);
        if (salt.Length > SaltLength) salt = salt[..SaltLength];
        var key = Encoding.UTF8.GetBytes(password);
        var grain = Encoding.UTF8.GetBytes(salt);
        var times = Math.Clamp(rounds ?? UsualRounds, 1000, 999_999_999);
        var hash = Stir(key, grain, First(key, grain), times);
        CryptographicOperations.ZeroMemory(key);
        var head = rounds is null ? "$6$" : string.Create(CultureInfo.InvariantCulture, $"$6$rounds={times}$");
        return $"{head}{salt}${Encode(hash)}";
    }

    private static byte[] First(byte[] key, byte[] salt)
    {
        using var inner = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        inner.AppendData(key);
        inner.AppendData(salt);
        inner.AppendData(key);
        var second = inner.GetHashAndReset();

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        hash.AppendData(key);
        hash.AppendData(salt);
        hash.AppendData(Repeat(second, key.Length));
        for (var length = key.Length; length > 0; length >>= 1)
        {
            if ((length & 1) != 0) hash.AppendData(second);
            else hash.AppendData(key);
        }

        return hash.GetHashAndReset();
    }

    private static byte[] Stir(byte[] key, byte[] salt, byte[] first, int rounds)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        for (var at = 0; at < key.Length; at++) hash.AppendData(key);
        var keys = Repeat(hash.GetHashAndReset(), key.Length);
        for (var at = 0; at < 16 + first[0]; at++) hash.AppendData(salt);
        var salts = Repeat(hash.GetHashAndReset(), salt.Length);

        var result = first;
        for (var round = 0; round < rounds; round++)
        {
            var isOdd = (round & 1) != 0;
            hash.AppendData(isOdd ? keys : result);
            if (round % 3 != 0) hash.AppendData(salts);
            if (round % 7 != 0) hash.AppendData(keys);
            hash.AppendData(isOdd ? result : keys);
            result = hash.GetHashAndReset();
        }

        CryptographicOperations.ZeroMemory(keys);
        return result;
    }

    private static byte[] Repeat(byte[] block, int length)
    {
        var repeated = new byte[length];
        for (var at = 0; at < length; at += Length)
            block.AsSpan(0, Math.Min(Length, length - at)).CopyTo(repeated.AsSpan(at));
        return repeated;
    }

    // Three bytes at a time from the three thirds of the hash, their order turned each time; six bits a digit.
    private static string Encode(byte[] hash)
    {
        var text = new StringBuilder(86);
        var (one, two, three) = (0, 21, 42);
        for (var group = 0; group < 21; group++)
        {
            Append(text, hash[one] << 16 | hash[two] << 8 | hash[three], 4);
            (one, two, three) = (two + 1, three + 1, one + 1);
        }

        Append(text, hash[63], 2);
        return text.ToString();
    }

    private static void Append(StringBuilder text, int bits, int digits)
    {
        for (; digits > 0; digits--, bits >>= 6) text.Append(Digits[bits & 0x3f]);
    }
}
