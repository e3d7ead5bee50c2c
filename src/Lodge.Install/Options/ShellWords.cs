using System.Text;

namespace Lodge.Install.Options;

/// <summary>A text taken apart at blanks, with a POSIX shell's quotes and backslashes.</summary>
internal static class ShellWords
{
    /// <summary>The words.</summary>
    /// <exception cref="FormatException">A quote is not closed, or nothing follows a backslash.</exception>
    public static IEnumerable<string> Split(string text) => Split(text, char.IsWhiteSpace);

    /// <summary>The words between separators; a word that is nothing but quotes is empty.</summary>
    /// <param name="text">What is taken apart.</param>
    /// <param name="isSeparator">Which characters part words.</param>
    /// <param name="comment">
    /// The character that ends the words, even within one, where it is not quoted; null for none.
    /// </param>
    /// <exception cref="FormatException">A quote is not closed, or nothing follows a backslash.</exception>
    public static IEnumerable<string> Split(string text, Func<char, bool> isSeparator, char? comment = null)
    {
        var word = new StringBuilder();
        var (quote, quoted) = ('\0', false);
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (character == '\\' && quote != '\'')
            {
                if (++index == text.Length) throw new FormatException("No escaped character");
                // Between double quotes it takes away the meaning of a quote and of itself alone.
                if (quote == '"' && text[index] is not ('"' or '\\')) word.Append('\\');
                word.Append(text[index]);
            }
            else if (quote != '\0')
            {
                if (character == quote) quote = '\0';
                else word.Append(character);
            }
            else if (character is '"' or '\'')
            {
                (quote, quoted) = (character, true);
            }
            else if (character == comment)
            {
                break;
            }
            else if (isSeparator(character))
            {
                if (word.Length > 0 || quoted) yield return word.ToString();
                word.Clear();
                quoted = false;
            }
            else
            {
                word.Append(character);
            }
        }

        if (quote != '\0') throw new FormatException("No closing quotation");
        if (word.Length > 0 || quoted) yield return word.ToString();
    }
}
