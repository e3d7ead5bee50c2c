namespace Lodge.Install.Editing;

/// <summary>A change of a guest.</summary>
/// <param name="Action">What is done.</param>
/// <param name="Selection">Which elements are changed: a number, <c>all</c>, what they are; null for the first.</param>
/// <param name="Flag">The option that says how (<c>--disk</c>).</param>
/// <param name="Texts">What stands behind it, once for each time it was given.</param>
/// <param name="Os">What runs in the guest (<c>--osinfo</c>); null where nothing was said.</param>
internal sealed record EditRequest(
    EditAction Action, string? Selection, string Flag, IReadOnlyList<string> Texts, string? Os);
