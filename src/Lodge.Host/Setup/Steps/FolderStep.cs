namespace Lodge.Host.Setup.Steps;

/// <summary>The folder of images, which guests may pass and others may not list.</summary>
internal sealed class FolderStep : ISetupStep
{
    private const string Images = "/var/lib/libvirt/images";

    public string Name => "folders";

    public Task<IReadOnlyList<SetupChange>> FindAsync(SetupHost host, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<SetupChange>>(host.Files.Exists(Images)
            ? []
            :
            [
                new SetupChange(
                    $"make the folder {Images}",
                    [SetupCommand.Of("install", "-d", "-m", "0711", Images)],
                    [SetupCommand.Of("rmdir", "--ignore-fail-on-non-empty", Images)]),
            ]);
}
