using Microsoft.Extensions.Localization;

namespace Lodge.Web.Languages;

/// <summary>
/// The texts of pages. The English text is the key; a language is a file <c>Words.de.resx</c> beside this one that
/// gives
/// the translation of each.
/// </summary>
public sealed class Words(IStringLocalizer<Words> texts)
{
    /// <summary>A text in the user's language; English where it has no translation.</summary>
    public string this[string english] => texts[english];
}
