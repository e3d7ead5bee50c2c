namespace Lodge.Web.Parts.Feedback;

/// <summary>A short word to the user.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Text">The word.</param>
/// <param name="IsBad">Whether something went wrong.</param>
public sealed record Notice(int Id, string Text, bool IsBad);
