using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh screenshot</c>: take a screenshot of a current domain console and store it into a file.</summary>
internal static class ScreenshotCommand
{
    internal static Command Definition => new("screenshot", RunAsync)
    {
        Help = "take a screenshot of a current domain console and store it into a file",
        Description = "screenshot of a current domain console",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Text("file", "where to store the screenshot", Completers.Files),
            Option.Number("screen", "ID of a screen to take screenshot of"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var screen = arguments.UInt32("screen") ?? 0;
        var file = arguments.Text("file");
        var domain = await shell.DomainAsync(arguments);
        var name = arguments.Needed("domain");
        var (type, stream) = await domain.ScreenshotAsync(screen).OrFail($"could not take a screenshot of {name}");
        file ??= FileName(domain.Name, type);
        await using (stream)
        {
            await StreamFile.ReceiveAsync(stream, file, new StreamFileTexts
            {
                CannotCreate = $"cannot create file {file}",
                CannotReceive = $"could not receive data from domain '{name}'",
                CannotClose = $"cannot close stream on domain '{name}'",
            });
        }

        shell.PrintExtra($"Screenshot saved to {file}, with type of {type}");
    }

    private static string FileName(string domain, string? type)
    {
        var extension = type switch
        {
            "image/x-portable-pixmap" => ".ppm",
            "image/png" => ".png",
            _ => "",
        };
        var now = DateTime.Now.ToString("yyyy-MM-dd-HH:mm:ss", CultureInfo.InvariantCulture);
        return $"{domain}-{now}{extension}";
    }
}
