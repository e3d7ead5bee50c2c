using Lodge.Model.Storage;
using Lodge.Protocol.Errors;
using Lodge.Storage.Native;
using Lodge.Storage.Tools;
using Lodge.Storage.Volumes.Local;

namespace Lodge.Storage.Volumes.Images;

/// <summary>Images that QEMU's own program makes, copies and resizes.</summary>
internal sealed class QemuImage(IStorageSecrets secrets, string secretFolder)
{
    private const string Program = "qemu-img";
    private const ulong Sector = 512;

    // qemu-img measures its processor to settle LUKS's iterations, and gives up on clocks that tick slowly.
    private const string ClockComplaint = "Unable to get accurate CPU usage";
    private const int ClockAttempts = 8;

    /// <summary>Makes an image, and takes it away again where that fails.</summary>
    /// <exception cref="VirException">It cannot be made; the program's own words are in the text.</exception>
    public async ValueTask BuildAsync(VolumeBuild build, CancellationToken cancellation)
    {
        if (!Tool.IsInstalled(Program))
        {
            throw StorageError.Internal("creation of non-raw file images is not supported without qemu-img.");
        }

        QemuImgCheck.Run(build);
        using var secret = SecretFile.Of(build.Volume.Target.Encryption, secrets, secretFolder);
        using var inputSecret = SecretFile.Of(build.Input?.Target.Encryption, secrets, secretFolder);
        var isTwoSteps = build.Input is not null && (secret ?? inputSecret) is not null;
        var made = new MadeFile(build.Volume);
        try
        {
            foreach (var step in isTwoSteps
                ? (ConversionStep[])[ConversionStep.Empty, ConversionStep.Fill]
                : [ConversionStep.Whole])
            {
                await RunAsync(
                    QemuImgCommand.Write(build, step, secret?.Path, inputSecret?.Path), build.Volume.Path,
                    cancellation);
            }

            VolumeOwner.Set(build.Volume);
        }
        catch
        {
            made.Remove();
            throw;
        }
    }

    /// <summary>Changes the size that a guest sees.</summary>
    /// <exception cref="VirException">It cannot be changed; the program's own words are in the text.</exception>
    public async ValueTask ResizeAsync(
        StorageVolumeDefinition volume, ulong capacity, CancellationToken cancellation)
    {
        if (!Tool.IsInstalled(Program)) throw StorageError.Internal("unable to find qemu-img");
        var format = ImageFormats.Of(volume);
        if (volume.Target.Encryption is { } encryption) QemuImgCheck.CheckLuks(encryption, format);
        using var secret = SecretFile.Of(volume.Target.Encryption, secrets, secretFolder);
        var rounded = (capacity + Sector - 1) / Sector * Sector;
        await RunAsync(QemuImgResize.Write(volume, rounded, secret?.Path), volume.Path, cancellation);
    }

    private static async Task RunAsync(IReadOnlyList<string> line, string path, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var result = await Tool.TryAsync(Program, line, cancellation);
            if (result.IsSuccess) return;
            if (attempt < ClockAttempts && result.Error.Contains(ClockComplaint, StringComparison.Ordinal)) continue;
            throw ImageLock.Explain(Tool.Failed(Program, line, result), result.Error, path);
        }
    }
}
