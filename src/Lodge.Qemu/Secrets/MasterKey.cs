using System.Security.Cryptography;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Native;

namespace Lodge.Qemu.Secrets;

/// <summary>
/// The key of one guest's run. It reaches QEMU in a file that only QEMU can read; every other secret is encrypted
/// with it,
/// so that none ever stands in a command line or a QMP log.
/// </summary>
public sealed class MasterKey
{
    /// <summary>The id of QEMU's object that holds the key.</summary>
    public const string Alias = "masterKey0";

    /// <summary>The key's file inside the guest's folder.</summary>
    public const string FileName = "master-key.aes";

    private const int KeyBytes = 32;
    private readonly byte[] _key;

    private MasterKey(byte[] key) => _key = key;

    /// <summary>Makes a new key.</summary>
    public static MasterKey Create() => new(LibC.RandomBytes(KeyBytes));

    /// <summary>Takes back the key of a guest that runs.</summary>
    public static MasterKey Read(string directory) => new(File.ReadAllBytes(PathIn(directory)));

    /// <summary>Where the key's file is.</summary>
    public static string PathIn(string directory) => Path.Combine(directory, FileName);

    /// <summary>Writes the key's file, readable by its owner alone.</summary>
    public void Write(string directory)
    {
        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = OwnerOnly,
        };
        using var file = new FileStream(PathIn(directory), options);
        file.Write(_key);
    }

    /// <summary>The QEMU object through which a secret is used under an id.</summary>
    /// <param name="id">The object's id.</param>
    /// <param name="secret">The secret's bytes.</param>
    public QemuProperties Wrap(string id, ReadOnlySpan<byte> secret)
    {
        using var aes = Aes.Create();
        aes.Key = _key;
        aes.GenerateIV();
        var cipher = aes.EncryptCbc(secret, aes.IV);
        return QemuProperties.Object("secret", id)
            .Add("data", Convert.ToBase64String(cipher))
            .Add("keyid", Alias)
            .Add("iv", Convert.ToBase64String(aes.IV))
            .Add("format", "base64");
    }

    /// <summary>The QEMU object that reads the key from its file.</summary>
    public static QemuProperties FileObject(string directory) =>
        QemuProperties.Object("secret", Alias).Add("format", "raw").Add("file", PathIn(directory));
}
