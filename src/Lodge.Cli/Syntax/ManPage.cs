using System.Text;

namespace Lodge.Cli.Syntax;

/// <summary>The manual page of a program, from the table of its options.</summary>
internal static class ManPage
{
    /// <summary>The page, in the language of man(7).</summary>
    public static string Of(ProgramSyntax syntax)
    {
        var page = new StringBuilder();
        page.Append($".TH {Escape(syntax.Name).ToUpperInvariant()} 1 \"2026\" \"Lodge 0.1.0\" \"User commands\"\n");
        page.Append($".SH NAME\n{Escape(syntax.Name)} \\- {Escape(FirstSentence(syntax))}\n");
        page.Append($".SH SYNOPSIS\n.B {Escape(syntax.Name)}\n{Escape(syntax.Usage)}\n");
        page.Append($".SH DESCRIPTION\n{Escape(syntax.Description.Trim())}\n");
        foreach (var group in syntax.Groups)
        {
            page.Append($".SH {Escape(group.Title.ToUpperInvariant())}\n");
            foreach (var argument in group.Arguments.Where(argument => argument.Help is not null)) Add(page, argument);
        }

        page.Append(".SH EXAMPLES\n");
        foreach (var example in syntax.Examples) page.Append($".PP\n.EX\n{Escape(example)}\n.EE\n");
        page.Append(".SH EXIT STATUS\n"
            + "0 when it did what was asked, 1 when it did not, 2 when its command line cannot be read.\n");
        page.Append(".SH SEE ALSO\n.BR virsh (1),\n"
            + ".BR virt\\-install (1),\n.BR virt\\-clone (1),\n.BR virt\\-xml (1),\n.BR lodged (8)\n");
        return page.ToString();
    }

    private static void Add(StringBuilder page, Argument argument)
    {
        page.Append($".TP\n\\fB{Escape(argument.Invocation)}\\fR\n");
        page.Append(string.Join("\n.br\n", argument.Help!.Split('\n').Select(Escape))).Append('\n');
        if (Introspection.SubOptions(argument.Name) is not { } known) return;
        page.Append($".br\nIt takes: {Escape(string.Join(", ", Introspection.Names(known)))}.\n");
    }

    private static string FirstSentence(ProgramSyntax syntax)
    {
        var text = syntax.Description.Trim();
        var end = text.AsSpan().IndexOfAny(",.");
        var first = end < 0 ? text : text[..end];
        return char.ToLowerInvariant(first[0]) + first[1..];
    }

    private static string Escape(string text) => text
        .Replace("\\", "\\e", StringComparison.Ordinal).Replace("-", "\\-", StringComparison.Ordinal)
        .Replace("\n.", "\n\\&.", StringComparison.Ordinal);
}
