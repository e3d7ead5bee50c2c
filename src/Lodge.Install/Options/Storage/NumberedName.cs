using System.Globalization;

namespace Lodge.Install.Options.Storage;

/// <summary>Names that are not taken yet.</summary>
internal static class NumberedName
{
    private const int Most = 100_000;

    /// <summary>The first name that is free: <c>name</c>, <c>name-1</c>, <c>name-2</c> ….</summary>
    /// <param name="name">What it begins with.</param>
    /// <param name="isTaken">Whether a name is taken.</param>
    /// <param name="suffix">What it ends with.</param>
    /// <param name="first">The first number.</param>
    /// <param name="separator">What stands before the number.</param>
    /// <param name="always">Whether it has a number even if the name alone is free.</param>
    /// <exception cref="FormatException">None is free.</exception>
    public static string Free(
        string name, Func<string, bool> isTaken, string suffix = "", int first = 1, string separator = "-",
        bool always = false)
    {
        if (!always && !isTaken(name + suffix)) return name + suffix;
        for (var number = first; number < first + Most; number++)
        {
            var tried = name + separator + number.ToString(CultureInfo.InvariantCulture) + suffix;
            if (!isTaken(tried)) return tried;
        }

        throw new FormatException($"No name like '{name}' is free");
    }
}
