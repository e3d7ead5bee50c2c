using System.Runtime.InteropServices;

namespace Lodge.Host.Netlink;

/// <summary>The kernel refused a netlink request.</summary>
public sealed class NetlinkException : IOException
{
    /// <summary>A refusal by its number.</summary>
    /// <param name="number">The positive errno.</param>
    /// <param name="detail">The kernel's own sentence, where it gave one.</param>
    public NetlinkException(int number, string? detail = null)
        : base(Describe(number, detail)) => Number = number;

    /// <summary>The errno, positive.</summary>
    public int Number { get; }

    /// <summary>Whether the object was there already (EEXIST).</summary>
    public bool AlreadyExists => Number == 17;

    /// <summary>Whether the object is not there (ENOENT, ENODEV, ESRCH, EADDRNOTAVAIL).</summary>
    public bool IsMissing => Number is 2 or 3 or 19 or 99;

    private static string Describe(int number, string? detail)
    {
        var words = Marshal.GetPInvokeErrorMessage(number);
        return string.IsNullOrEmpty(detail) ? words : $"{words} ({detail.TrimEnd('.')})";
    }
}
