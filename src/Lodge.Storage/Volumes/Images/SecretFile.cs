using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Storage.Volumes.Images;

/// <summary>A passphrase in a file that only the daemon can read, for as long as a program needs it.</summary>
internal sealed class SecretFile : IDisposable
{
    private SecretFile(string path) => Path = path;

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Writes the passphrase of an encrypted volume; null for a volume that has none.</summary>
    /// <exception cref="VirException">There is no such secret, or not exactly one.</exception>
    public static SecretFile? Of(StorageEncryption? encryption, IStorageSecrets secrets, string folder)
    {
        if (encryption is null) return null;
        if (encryption.Secrets is not [var reference])
        {
            throw StorageError.Argument(
                "A single <secret type='passphrase'...> element is expected in encryption description");
        }

        return Write(secrets.Find(SecretUsage.Volume, reference), folder);
    }

    public void Dispose() => File.Delete(Path);

    private static SecretFile Write(byte[] value, string folder)
    {
        var path = System.IO.Path.Combine(folder, $"volume-secret-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(folder);
            using var file = new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
            file.Write(value);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            File.Delete(path);
            throw StorageError.Of(
                VirErrorNumber.VIR_ERR_SYSTEM_ERROR, $"failed to write secret file: {SystemErrorText.Of(failure)}");
        }

        return new SecretFile(path);
    }
}
