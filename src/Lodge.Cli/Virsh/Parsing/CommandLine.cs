using Lodge.Cli.Virsh.Commands;

namespace Lodge.Cli.Virsh.Parsing;

/// <summary>Turns words into commands by virsh's own rules.</summary>
internal static class CommandLine
{
    /// <summary>Reads all commands of a line; nothing runs unless every one of them can be understood.</summary>
    /// <exception cref="CommandFailure">The line is wrong; the text is stock's.</exception>
    internal static List<ParsedCommand> Parse(ITokenSource tokens)
    {
        var commands = new List<ParsedCommand>();
        while (new CommandReader(tokens, complain: true) is var reader)
        {
            var end = reader.Read();
            if (reader.Result is { } parsed)
            {
                commands.Add(parsed);
            }

            if (end == TokenKind.End)
            {
                break;
            }
        }

        return commands;
    }

    /// <summary>Reads the last command of a line that a person is still typing; mistakes are borne.</summary>
    internal static ParsedCommand ParsePartial(ITokenSource tokens)
    {
        while (true)
        {
            var reader = new CommandReader(tokens, complain: false);
            TokenKind end;
            try
            {
                end = reader.Read();
            }
            catch (CommandFailure)
            {
                return reader.Unfinished;
            }

            if (end is TokenKind.End or TokenKind.Error)
            {
                return reader.Unfinished;
            }
        }
    }

    /// <summary>What <c>COMMAND --help</c> stands for.</summary>
    internal static ParsedCommand HelpOn(Command command)
    {
        var help = CommandTable.Find("help")!;
        return new ParsedCommand(help, [new GivenOption(help.Options[0], command.Name)]);
    }
}
