using System.Text;

namespace Lodge.Cli.Syntax;

/// <summary>What <c>--help</c> prints: the layout of argparse.</summary>
internal static class HelpPage
{
    private const int UsualWidth = 80;
    private const int HelpColumn = 24;
    private const int Margin = 2;

    /// <summary>The whole page.</summary>
    /// <param name="syntax">The program's command line.</param>
    /// <param name="columns">How wide the terminal is; null where there is none.</param>
    public static string Of(ProgramSyntax syntax, int? columns = null)
    {
        var width = Math.Max((columns ?? UsualWidth) - Margin - HelpColumn, 11);
        var page = new StringBuilder(Usage(syntax)).Append('\n').Append(syntax.Description).Append('\n');
        if (syntax.Operand is var (name, help))
        {
            page.Append("\npositional arguments:\n");
            Add(page, name, help, width);
        }

        foreach (var group in syntax.Groups)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n{group.Title}:\n");
            foreach (var argument in group.Arguments)
                if (argument.Help is not null) Add(page, argument.Invocation, argument.Help, width);
        }

        return page.Append('\n').Append(syntax.Epilog).Append('\n').ToString();
    }

    /// <summary>The line with the program's name.</summary>
    public static string Usage(ProgramSyntax syntax) => $"usage: {syntax.Name} {syntax.Usage}\n";

    /// <summary>What whoever gives no options at all is told.</summary>
    public static string Short(ProgramSyntax syntax)
    {
        var page = new StringBuilder(Usage(syntax)).Append("\nFor example:\n");
        foreach (var example in syntax.Examples) page.Append("  ").Append(example).Append('\n');
        page.Append(CultureInfo.InvariantCulture, $"\n'{syntax.Name} --help' explains every option.\n");
        return page.ToString();
    }

    private static void Add(StringBuilder page, string invocation, string help, int width)
    {
        page.Append(' ', Margin).Append(invocation);
        var column = Margin + invocation.Length;
        if (column > HelpColumn - Margin)
        {
            page.Append('\n');
            column = 0;
        }

        // What has lines of its own keeps them.
        foreach (var line in help.Contains('\n') ? help.Split('\n') : [.. TextWrap.Lines(help, width)])
        {
            page.Append(' ', HelpColumn - column).Append(line).Append('\n');
            column = 0;
        }
    }
}
