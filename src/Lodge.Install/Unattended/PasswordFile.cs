using Lodge.Install.Options;

namespace Lodge.Install.Unattended;

/// <summary>A file whose first line is a password or a key.</summary>
public static class PasswordFile
{
    private const int LengthLimit = 16 * 1024;

    /// <summary>The first line, without its end.</summary>
    /// <param name="path">The file; <c>-</c> is the standard input.</param>
    /// <param name="what">What it is for, to say so where it cannot be read.</param>
    /// <exception cref="OptionException">It cannot be read, is empty, or is too long for what it is.</exception>
    public static string Read(string path, string what)
    {
        try
        {
            using var reader = path == "-"
                ? new StreamReader(Console.OpenStandardInput())
                : new StreamReader(path);
            return Read(reader, path, what);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new OptionException($"Cannot read the {what} from '{path}': {failure.Message}", failure);
        }
    }

    private static string Read(TextReader reader, string path, string what)
    {
        var line = new System.Text.StringBuilder();
        int next;
        while ((next = reader.Read()) is >= 0 and not '\n')
        {
            if (line.Length == LengthLimit)
                throw new OptionException($"The first line of '{path}' is too long for a {what}");
            line.Append((char)next);
        }

        var text = line.ToString().TrimEnd('\r');
        if (text.Length == 0) throw new OptionException($"The first line of '{path}' is empty: it has no {what}");
        return text.Contains('\0', StringComparison.Ordinal)
            ? throw new OptionException($"The first line of '{path}' cannot be a {what}: there is a zero byte in it")
            : text;
    }
}
