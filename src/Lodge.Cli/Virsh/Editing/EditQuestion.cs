namespace Lodge.Cli.Virsh.Editing;

/// <summary>What a person wants after an edit that could not be written back.</summary>
internal enum EditAnswer
{
    /// <summary>Nobody was there to be asked.</summary>
    None,

    /// <summary>Start the editor again.</summary>
    Again,

    /// <summary>Try to write the same text again.</summary>
    Force,

    /// <summary>Try again without validation.</summary>
    Relax,

    /// <summary>Throw the changes away.</summary>
    GiveUp,
}

/// <summary>Asks a person what to do after a failed edit.</summary>
internal static class EditQuestion
{
    /// <summary>Asks until there is an answer.</summary>
    /// <param name="shell">Where the question is printed.</param>
    /// <param name="failure">What went wrong.</param>
    /// <param name="canRelax">Validation can be turned off.</param>
    internal static EditAnswer Ask(Shell shell, CommandFailure failure, bool canRelax)
    {
        if (!RawTerminal.IsTerminal)
        {
            return EditAnswer.None;
        }

        if (failure.Reason is { } reason)
        {
            shell.Error(reason.Message);
        }

        using var terminal = RawTerminal.Enter(keepOutput: true);
        using var input = StandardStreams.Input();
        while (true)
        {
            shell.Print($"\r{failure.Message} Try again? {(canRelax ? "[y,n,i,f,?]" : "[y,n,f,?]")}: ");
            shell.Flush();
            var answer = char.ToLowerInvariant((char)input.ReadByte()) switch
            {
                'y' => EditAnswer.Again,
                'n' or char.MaxValue => EditAnswer.GiveUp,
                'f' => EditAnswer.Force,
                'i' when canRelax => EditAnswer.Relax,
                '?' => Explain(shell, canRelax),
                _ => EditAnswer.None,
            };
            if (answer != EditAnswer.None)
            {
                shell.Print("\r\n");
                return answer;
            }
        }
    }

    private static EditAnswer Explain(Shell shell, bool canRelax)
    {
        shell.Print("\r\ny - yes, start editor again\r\nn - no, throw away my changes\r\n");
        shell.Print(canRelax ? "i - turn off validation and try to redefine again\r\n" : "");
        shell.Print("f - force, try to redefine again\r\n? - print this help\r\n");
        return EditAnswer.None;
    }
}
