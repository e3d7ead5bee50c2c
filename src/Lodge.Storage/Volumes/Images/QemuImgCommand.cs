using System.Globalization;
using Lodge.Model.Domain;
using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;

namespace Lodge.Storage.Volumes.Images;

/// <summary>The line by which <c>qemu-img</c> makes an image.</summary>
/// <remarks>Source: qemu-img(1).</remarks>
internal sealed class QemuImgCommand
{
    /// <summary>QEMU's name of the new image's passphrase.</summary>
    public const string SecretAlias = "volume_encrypt0";

    /// <summary>QEMU's name of the passphrase of the image that is copied.</summary>
    public const string InputSecretAlias = "input_encrypt0";

    private const ulong Kib = 1024;

    private readonly VolumeBuild _build;
    private readonly ConversionStep _step;
    private readonly string? _secretPath;
    private readonly string? _inputSecretPath;
    private readonly List<string> _line = [];

    private QemuImgCommand(VolumeBuild build, ConversionStep step, string? secretPath, string? inputSecretPath) =>
        (_build, _step, _secretPath, _inputSecretPath) = (build, step, secretPath, inputSecretPath);

    private StorageVolumeDefinition Volume => _build.Volume;

    private StorageVolumeDefinition? Input => _step == ConversionStep.Empty ? null : _build.Input;

    /// <summary>Writes the line.</summary>
    /// <param name="build">The image.</param>
    /// <param name="step">How far its making is.</param>
    /// <param name="secretPath">The file with its passphrase; null where it has none.</param>
    /// <param name="inputSecretPath">The file with the passphrase of what fills it; null where that has none.</param>
    /// <exception cref="VirException">No such image can be.</exception>
    public static IReadOnlyList<string> Write(
        VolumeBuild build,
        ConversionStep step = ConversionStep.Whole,
        string? secretPath = null,
        string? inputSecretPath = null)
    {
        QemuImgCheck.Run(build);
        return new QemuImgCommand(build, step, secretPath, inputSecretPath).Write();
    }

    private List<string> Write()
    {
        if (_step == ConversionStep.Fill) return WriteFill();
        if (Input is { } input)
        {
            _line.AddRange(["convert", "-f", ImageFormats.Driver(input, isEncryptedShown: false)]);
            _line.AddRange(["-O", ImageFormats.Driver(Volume)]);
        }
        else
        {
            _line.AddRange(["create", "-f", ImageFormats.Driver(Volume)]);
        }

        // What is copied is copied whole: nothing stays below.
        var backing = _build.Input is null ? Volume.Backing : null;
        if (backing?.Path is { } path) _line.AddRange(["-b", path]);
        AddSecret(SecretAlias, _secretPath);
        var options = QemuImgOptions.Write(_build, backing, _secretPath is null ? null : SecretAlias);
        if (options.Length > 0) _line.AddRange(["-o", options]);
        if (Input is not null) _line.Add(Input.Path);
        _line.Add(Volume.Path);
        var size = (Volume.Capacity + Kib - 1) / Kib;
        if (Input is null && (size > 0 || backing is null))
        {
            _line.Add(string.Create(CultureInfo.InvariantCulture, $"{size}K"));
        }

        return _line;
    }

    private List<string> WriteFill()
    {
        _line.AddRange(["convert", "--image-opts", "-n", "--target-image-opts"]);
        AddSecret(SecretAlias, _secretPath);
        AddSecret(InputSecretAlias, _inputSecretPath);
        _line.Add(Place(_build.Input!, _inputSecretPath is null ? null : InputSecretAlias));
        _line.Add(Place(Volume, _secretPath is null ? null : SecretAlias));
        return _line;
    }

    private void AddSecret(string alias, string? path)
    {
        if (path is not null) _line.AddRange(["--object", $"secret,id={alias},file={QemuImgOptions.Escape(path)}"]);
    }

    private static string Place(StorageVolumeDefinition volume, string? alias)
    {
        var place = $"driver={ImageFormats.Driver(volume)},file.filename={QemuImgOptions.Escape(volume.Path)}";
        if (alias is null) return place;
        var prefix = ImageFormats.Of(volume) == StorageFormat.Qcow2 ? "encrypt." : "";
        return $"{place},{prefix}key-secret={alias}";
    }
}
