using Lodge.Install.Unattended.Kickstart.Language;

namespace Lodge.Install.Unattended.Kickstart.Reading;

/// <summary>A section of a kickstart while it is read.</summary>
/// <param name="name">Its name: <c>%post</c>.</param>
/// <param name="rule">What it is; null where there is no such section.</param>
/// <param name="version">The version of the language.</param>
/// <param name="line">The line it began in.</param>
internal sealed class KickstartSection(string name, CommandRule? rule, KickstartVersion version, int line)
{
    private bool _hasText;

    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>The line it began in.</summary>
    public int Line => line;

    /// <summary>Whether comments in it are nobody's matter.</summary>
    public bool SkipsComments => rule == SectionTable.Packages;

    /// <summary>Takes a line of it.</summary>
    /// <exception cref="CommandRefusal">It makes no sense there.</exception>
    public void Add(SourceLine text)
    {
        if (SkipsComments)
        {
            if (!text.IsEmpty) CheckPackage(text.Text.Split('#')[0].Trim());
            return;
        }

        _hasText |= !string.IsNullOrWhiteSpace(text.Text);
    }

    /// <summary>Ends it.</summary>
    /// <exception cref="CommandRefusal">It lacks what it is for.</exception>
    public void Close()
    {
        if (rule == SectionTable.Certificate && !_hasText)
            throw new CommandRefusal("there is no certificate in %certificate");
    }

    private void CheckPackage(string package)
    {
        if (package == "-") throw new CommandRefusal("'-' leaves out no package: a name is missing");
        if (!package.StartsWith('@') || package.StartsWith("@^", StringComparison.Ordinal)) return;
        var words = package[1..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var use = new CommandUse(SectionTable.Group, "@", version, words);
        ArgumentReader.Read(use);
        SectionTable.Group.Rule!(use);
    }
}
