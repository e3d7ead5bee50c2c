using System.Globalization;

namespace Lodge.Model.Domain;

/// <summary>
/// Names of disks in the guest: <c>vda</c> is number 0, <c>vdaa</c> number 26 (<c>virDiskNameToIndex</c>).
/// </summary>
public static class DiskName
{
    private const int Letters = 26;
    private static readonly string[] Prefixes = ["fd", "hd", "vd", "sd", "xvd", "ubd"];

    /// <summary>The number of a disk; -1 for a name that is none.</summary>
    public static int Index(string? name) => TryParse(name, out var disk, out _) ? disk : -1;

    /// <summary>Takes a name apart into the disk's number and its partition (0 for none).</summary>
    public static bool TryParse(string? name, out int disk, out int partition)
    {
        (disk, partition) = (0, 0);
        var prefix = Array.Find(Prefixes, prefix => name?.StartsWith(prefix, StringComparison.Ordinal) == true);
        if (prefix is null)
        {
            return false;
        }

        var letters = name.AsSpan(prefix.Length);
        var count = letters.IndexOfAnyExceptInRange('a', 'z');
        var digits = count < 0 ? [] : letters[count..];
        letters = count < 0 ? letters : letters[..count];
        if (letters.Length is 0 or > 6 || digits.IndexOfAnyExceptInRange('0', '9') >= 0
            || (digits.Length > 1 && digits[0] == '0'))
        {
            return false;
        }

        for (var index = 0; index < letters.Length; index++)
        {
            disk = ((disk + (index < 1 ? 0 : 1)) * Letters) + (letters[index] - 'a');
        }

        return digits.Length == 0
            || int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out partition);
    }

    /// <summary>The name of a disk (<c>virIndexToDiskName</c>).</summary>
    public static string Name(string prefix, int index)
    {
        var letters = "";
        for (var rest = index; rest >= 0; rest = (rest / Letters) - 1)
        {
            letters = (char)('a' + (rest % Letters)) + letters;
        }

        return prefix + letters;
    }
}
