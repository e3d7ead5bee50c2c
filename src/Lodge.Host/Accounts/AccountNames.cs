using System.Globalization;

namespace Lodge.Host.Accounts;

/// <summary>Names and numbers of the host's own accounts, from its files.</summary>
/// <remarks>Source: passwd(5), group(5).</remarks>
public static class AccountNames
{
    /// <summary>The name of a user; null when the files do not have it.</summary>
    /// <param name="number">Its number.</param>
    public static string? User(uint number) => FindName("/etc/passwd", number);

    /// <summary>The name of a group; null when the files do not have it.</summary>
    /// <param name="number">Its number.</param>
    public static string? Group(uint number) => FindName("/etc/group", number);

    /// <summary>The number of a user; null when the files do not have it.</summary>
    /// <param name="name">Its name.</param>
    public static uint? UserNumber(string name) => FindNumber("/etc/passwd", name);

    /// <summary>The number of a group; null when the files do not have it.</summary>
    /// <param name="name">Its name.</param>
    public static uint? GroupNumber(string name) => FindNumber("/etc/group", name);

    /// <summary>The groups that a user is in: the one given, and all that name the user.</summary>
    /// <param name="user">The user's number.</param>
    /// <param name="group">The group that counts as its first.</param>
    public static IReadOnlyList<uint> GroupsOf(uint user, uint group)
    {
        var name = User(user);
        var groups = new List<uint> { group };
        foreach (var line in name is not null && File.Exists("/etc/group") ? File.ReadLines("/etc/group") : [])
        {
            if (line.Split(':') is [_, _, var text, var members, ..]
                && members.Split(',').Contains(name)
                && uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && !groups.Contains(number))
            {
                groups.Add(number);
            }
        }

        return groups;
    }

    private static uint? FindNumber(string path, string name)
    {
        foreach (var (found, number) in Read(path))
        {
            if (found == name)
            {
                return number;
            }
        }

        return null;
    }

    private static string? FindName(string path, uint number)
    {
        foreach (var (name, found) in Read(path))
        {
            if (found == number)
            {
                return name;
            }
        }

        return null;
    }

    private static IEnumerable<(string Name, uint Number)> Read(string path)
    {
        foreach (var line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            if (line.Split(':') is [var name, _, var text, ..]
                && uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                yield return (name, number);
            }
        }
    }
}
