using System.Globalization;
using Lodge.Host.Accounts;
using Lodge.Protocol.Errors;

namespace Lodge.Security.Dac;

/// <summary>A user and a group, as the label of a guest or the owner of a file.</summary>
/// <param name="UserId">The user's number.</param>
/// <param name="GroupId">The group's number.</param>
public readonly record struct Ownership(uint UserId, uint GroupId)
{
    /// <summary>
    /// Reads a label: <c>user:group</c>, each a name, or a number (behind a <c>+</c> always a number).
    /// </summary>
    /// <param name="label">The label.</param>
    /// <exception cref="VirException">VIR_ERR_INVALID_ARG: it is none, or names nobody.</exception>
    public static Ownership Parse(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        return label.Split(':', 2) is [var user, var group]
            ? new Ownership(
                Number(user, AccountNames.UserNumber, "user"), Number(group, AccountNames.GroupNumber, "group"))
            : throw Invalid($"Failed to parse uid and gid from '{label}'");
    }

    /// <summary>The label, as libvirt writes it: <c>+64055:+64055</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"+{UserId}:+{GroupId}");

    private static uint Number(string text, Func<string, uint?> find, string what)
    {
        if (!text.StartsWith('+') && find(text) is { } found)
        {
            return found;
        }

        return uint.TryParse(text.TrimStart('+'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Invalid($"Failed to parse {what} '{text}'");
    }

    private static VirException Invalid(string detail) =>
        new(VirErrorNumber.VIR_ERR_INVALID_ARG, VirErrorDomain.VIR_FROM_SECURITY, detail);
}
