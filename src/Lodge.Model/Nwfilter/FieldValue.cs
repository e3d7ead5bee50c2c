using System.Net;

namespace Lodge.Model.Nwfilter;

/// <summary>What an attribute of a rule says.</summary>
/// <param name="Kind">The one form it was read in; none for a variable.</param>
/// <param name="Number">
/// Numbers and switches; the bits of an IP mask; the six bytes of a hardware address; the mask (high byte) and flags
/// of TCP.
/// </param>
/// <param name="Address">An IP address.</param>
/// <param name="Text">A comment, or the name or directions of a set.</param>
/// <param name="Variable">Where the value comes from when the filter is put on an interface.</param>
/// <param name="IsNegated">The rule matches where this does not (<c>match='no'</c>).</param>
public readonly record struct FieldValue(
    FieldKinds Kind, ulong Number = 0, IPAddress? Address = null, string? Text = null,
    VariableAccess? Variable = null, bool IsNegated = false);
