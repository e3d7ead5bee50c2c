using System.Xml;
using Lodge.Install.Options;

namespace Lodge.Install.Unattended.Scripts;

/// <summary>
/// What an answer may be made of in the language of a script. Templates put answers into their text as they are, so
/// what would end a quotation or a line there is either written otherwise or refused.
/// </summary>
/// <param name="unsayable">Characters that cannot be said in it.</param>
/// <param name="quote">What stands for a single quote; null for itself.</param>
internal sealed class ScriptLanguage(string unsayable, string? quote = null)
{
    /// <summary>The language of a script by the name of its file.</summary>
    public static ScriptLanguage Of(string? file) => Path.GetExtension(file)?.ToLowerInvariant() switch
    {
        // Kickstart's templates quote with single quotes, in commands and shell scripts alike.
        ".ks" => new ScriptLanguage("", @"'\''"),
        ".cmd" or ".bat" => new ScriptLanguage("\"%^&|<>! "),
        ".reg" => new ScriptLanguage("\"\\"),
        ".sif" => new ScriptLanguage("\";% "),
        _ => new ScriptLanguage(""),
    };

    /// <summary>A value as the template is to be given it.</summary>
    /// <exception cref="OptionException">It cannot be said.</exception>
    public string Say(string name, string value)
    {
        foreach (var character in value)
        {
            if (!char.IsControl(character) && XmlConvert.IsXmlChar(character) | char.IsSurrogate(character)
                && !unsayable.Contains(character, StringComparison.Ordinal))
            {
                continue;
            }

            var what = char.IsControl(character) ? "a control character" : $"'{character}'";
            throw new OptionException($"The {name} has {what} in it, which the installer's script cannot say");
        }

        return quote is null ? value : value.Replace("'", quote, StringComparison.Ordinal);
    }
}
