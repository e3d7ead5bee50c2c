using System.Buffers;
using System.Diagnostics;
using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Editing;

/// <summary>Lets a person edit text in the editor of <c>VISUAL</c> or <c>EDITOR</c>, or vi.</summary>
internal static class Editor
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-/_.:@");

    /// <summary>Edits a text once.</summary>
    internal static string Edit(Shell shell, string text)
    {
        using var file = new TemporaryFile(text);
        Run(shell, file.Path);
        return file.Read();
    }

    /// <summary>Edits an object's XML until it can be written back or the user gives up.</summary>
    /// <returns>Whether anything changed.</returns>
    internal static async Task<bool> ChangeAsync(Shell shell, XmlEdit edit)
    {
        var before = await edit.ReadAsync();
        using var file = new TemporaryFile(before);
        var validate = edit.CanValidate;
        var askAgain = true;
        var edited = before;
        while (true)
        {
            if (askAgain)
            {
                Run(shell, file.Path);
                edited = file.Read();
                if (edited == before)
                {
                    return false;
                }
            }

            var now = await edit.ReadAsync();
            var failure = now == before
                ? await TryWriteAsync(edit, edited, validate)
                : new CommandFailure("The XML configuration was changed by another user.");
            before = now;
            if (failure is null)
            {
                return true;
            }

            (askAgain, validate) = EditQuestion.Ask(shell, failure, validate) switch
            {
                EditAnswer.Again => (true, validate),
                EditAnswer.Force => (false, validate),
                EditAnswer.Relax => (false, false),
                EditAnswer.GiveUp => throw new CommandFailure(),
                _ => throw failure,
            };
        }
    }

    private static async Task<CommandFailure?> TryWriteAsync(XmlEdit edit, string text, bool validate)
    {
        try
        {
            await edit.WriteAsync(text, validate);
            return null;
        }
        catch (VirException reason)
        {
            return new CommandFailure("Failed.", reason);
        }
    }

    private static void Run(Shell shell, string path)
    {
        shell.Flush();
        var editor = Environment.GetEnvironmentVariable("VISUAL") ?? Environment.GetEnvironmentVariable("EDITOR")
            ?? "vi";
        var isPlain = editor.AsSpan().IndexOfAnyExcept(Plain) < 0;
        if (!isPlain && path.AsSpan().IndexOfAnyExcept(Plain) >= 0)
        {
            throw new CommandFailure(
                $"{path}: temporary filename contains shell meta or other unacceptable characters (is $TMPDIR wrong?)");
        }

        var start = isPlain
            ? new ProcessStartInfo(editor, [path])
            : new ProcessStartInfo("sh", ["-c", $"{editor} {path}"]);
        try
        {
            using var process = Process.Start(start)!;
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                throw Failure($"Child process ({editor} {path}) unexpected exit status {process.ExitCode}");
            }
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw Failure($"Cannot find '{editor}' in path: {error.Message}");
        }
    }

    private static VirException Failure(string message) => new(
        VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_NONE, message);
}
