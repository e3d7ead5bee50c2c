namespace Lodge.Install.Drafts;

/// <summary>
/// What is known of an element before anything is in it: its name, and in which order its parts are written.
/// </summary>
/// <param name="Name">The element's name.</param>
/// <param name="Order">
/// Paths of its parts in the order in which they are written. <c>*</c> stands for all others that begin with what is
/// before it, in the order in which they were set; a path that ends in <c>[]</c> for the elements of that list.
/// </param>
internal sealed record DraftShape(string Name, string[] Order)
{
    /// <summary>Elements that may be there many times, by the path below this one.</summary>
    public IReadOnlyDictionary<string, DraftShape> Lists { get; init; } = new Dictionary<string, DraftShape>();
}
