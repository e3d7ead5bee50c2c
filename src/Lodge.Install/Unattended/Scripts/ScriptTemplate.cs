using Lodge.Host.Programs;
using Lodge.Install.Options;
using Lodge.Install.Os;

namespace Lodge.Install.Unattended.Scripts;

/// <summary>A template of osinfo-db, applied by <c>xsltproc</c>.</summary>
/// <remarks>
/// The answers, with passwords among them, go to the program through its standard input: they are in no file and on no
/// command line. docs/decisions says why XSLT is another program's matter.
/// </remarks>
/// <param name="script">The script whose template it is.</param>
internal sealed class ScriptTemplate(OsInstallScript script)
{
    private const string Program = "xsltproc";

    /// <summary>Applies it.</summary>
    /// <param name="input">The XML it is applied to.</param>
    /// <param name="cancellation">Ends the program.</param>
    /// <exception cref="OptionException">There is no template, or xsltproc is missing or fails.</exception>
    public async Task<string> ApplyAsync(string input, CancellationToken cancellation)
    {
        if (HostProgram.Find(Program) is null)
        {
            throw new OptionException(
                $"Cannot make the install script '{script.Id}': {Program} is not installed; install the package "
                + $"'{Program}' (Fedora: libxslt)");
        }

        var template = script.Template
            ?? throw new OptionException($"The install script '{script.Id}' has no template of its own");
        var path = Path.Combine(Path.GetTempPath(), $"lodge-{Path.GetRandomFileName()}.xsl");
        try
        {
            await WriteAsync(path, template, cancellation);
            var outcome = await HostProgram.RunAsync(
                Program, ["--nonet", "--nowrite", "--nomkdir", path, "-"], input, cancellation);
            return outcome.IsSuccess
                ? outcome.Output
                : throw new OptionException(
                    $"Cannot make the install script '{script.Id}': {Program} ended with {outcome.Status}");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task WriteAsync(string path, string template, CancellationToken cancellation)
    {
        await using var stream = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        await using var writer = new StreamWriter(stream);
        await writer.WriteAsync(template.AsMemory(), cancellation);
    }
}
