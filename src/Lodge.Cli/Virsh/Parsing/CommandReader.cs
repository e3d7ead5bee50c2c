using Lodge.Cli.Virsh.Commands;

namespace Lodge.Cli.Virsh.Parsing;

/// <summary>Reads one command off the words of a line.</summary>
/// <param name="tokens">The words.</param>
/// <param name="complain">Unbalanced quotes are an error; not so while a person is typing.</param>
internal sealed class CommandReader(ITokenSource tokens, bool complain)
{
    private readonly List<GivenOption> _given = [];
    private Command? _command;
    private OptionTally? _tally;
    private bool _dataOnly;

    /// <summary>What was read; null of an empty command or a comment.</summary>
    internal ParsedCommand? Result { get; private set; }

    /// <summary>What was read so far, however wrong.</summary>
    internal ParsedCommand Unfinished => new(_command, _given);

    private bool IsHelp => _command?.Name == "help";

    /// <summary>Reads up to the end of the command.</summary>
    /// <returns>What ended it.</returns>
    internal TokenKind Read()
    {
        TokenKind kind;
        while ((kind = tokens.Next(complain, out var text)) == TokenKind.Argument)
        {
            if (_tally is null)
            {
                if (text.StartsWith('#'))
                {
                    return SkipComment();
                }

                _command = CommandTable.Find(text) ?? throw new CommandFailure($"unknown command: '{text}'");
                _tally = new OptionTally(_command);
            }
            else if (!_dataOnly && text.StartsWith("--", StringComparison.Ordinal) && IsNameStart(text))
            {
                ReadOption(text[2..], _tally);
            }
            else if (!_dataOnly && text == "--")
            {
                _dataOnly = true;
            }
            else if (_tally.NextPositional() is { } option)
            {
                _given.Add(new GivenOption(option, text, tokens.AtCursor));
            }
            else if (!IsHelp)
            {
                throw new CommandFailure($"unexpected data '{text}'");
            }
        }

        if (kind != TokenKind.Error && _command is not null)
        {
            Finish(_command, _tally!);
        }

        return kind;
    }

    private static bool IsNameStart(string text) => text.Length > 2 && char.IsAsciiLetterOrDigit(text[2]);

    private TokenKind SkipComment()
    {
        TokenKind kind;
        do
        {
            kind = tokens.Next(false, out _);
        }
        while (kind == TokenKind.Argument);
        return kind;
    }

    private void ReadOption(string text, OptionTally tally)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? text : text[..equals];
        var value = equals < 0 ? null : text[(equals + 1)..];
        Option option;
        try
        {
            option = tally.Named(name, ref value);
        }
        catch (CommandFailure) when (IsHelp)
        {
            return;
        }

        if (option.Kind == OptionKind.Flag)
        {
            if (value is not null)
            {
                throw new CommandFailure($"invalid '=' after option --{option.Name}");
            }

            _given.Add(new GivenOption(option, null, tokens.AtCursor));
            return;
        }

        if (value is null && tokens.Next(complain, out value) != TokenKind.Argument)
        {
            _given.Add(new GivenOption(option, "", AtCursor: true));
            var shape = option.Kind == OptionKind.Number ? "number" : "string";
            throw new CommandFailure($"expected syntax: --{option.Name} <{shape}>");
        }

        tally.Fill(option);
        _given.Add(new GivenOption(option, value, tokens.AtCursor));
    }

    private void Finish(Command command, OptionTally tally)
    {
        if (_given.Exists(static given => given.Definition is { Name: "help", Kind: OptionKind.Flag }))
        {
            Result = CommandLine.HelpOn(command);
            return;
        }

        if (complain && string.Join("\nerror: ", tally.Missing()) is { Length: > 0 } lines)
        {
            throw new CommandFailure(lines);
        }

        Result = new ParsedCommand(command, _given);
    }
}
