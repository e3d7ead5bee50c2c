using Lodge.Web.Hypervisors;

namespace Lodge.Web.Pages.Guests;

/// <summary>One row of the list: a guest, or the head of a group.</summary>
/// <param name="Guest">The guest; null for a head.</param>
/// <param name="Group">The group.</param>
/// <param name="Count">How many the group has, in its head.</param>
public sealed record GuestListRow(Guest? Guest, string Group, int Count);
