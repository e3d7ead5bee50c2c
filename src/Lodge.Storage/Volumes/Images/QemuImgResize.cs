using System.Globalization;
using Lodge.Model.Domain;
using Lodge.Model.Storage;

namespace Lodge.Storage.Volumes.Images;

/// <summary>The line by which <c>qemu-img</c> changes an image's size.</summary>
internal static class QemuImgResize
{
    public static IReadOnlyList<string> Write(StorageVolumeDefinition volume, ulong capacity, string? secretPath)
    {
        var line = new List<string> { "resize" };
        if (capacity < volume.Capacity) line.Add("--shrink");
        if (secretPath is null)
        {
            // The format is said, so that the content of a raw image never decides it.
            line.AddRange(["-f", ImageFormats.Driver(volume), volume.Path]);
        }
        else
        {
            const string Alias = QemuImgCommand.SecretAlias;
            var (driver, prefix) = ImageFormats.Of(volume) == StorageFormat.Qcow2
                ? ("qcow2", "encrypt.")
                : ("luks", "");
            line.AddRange(["--object", $"secret,id={Alias},file={QemuImgOptions.Escape(secretPath)}"]);
            line.AddRange(
            [
                "--image-opts",
                $"driver={driver},{prefix}key-secret={Alias},file.filename={QemuImgOptions.Escape(volume.Path)}",
            ]);
        }

        line.Add(capacity.ToString(CultureInfo.InvariantCulture));
        return line;
    }
}
