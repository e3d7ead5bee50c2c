using System.Security.Cryptography;
using System.Text;
using Lodge.Daemon.Logging;
using Lodge.Daemon.State;
using Lodge.Model.Secret;
using Lodge.Protocol;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Secrets;

/// <summary>
/// Secrets on the disk, as libvirt keeps them: <c>UUID.xml</c> says what each is for, and <c>UUID.base64</c> beside it
/// is its value. Nobody but the daemon's own user may read either.
/// </summary>
internal sealed class SecretFolder(string path) : IDisposable
{
    private const string DefinitionEnding = ".xml";
    private const string ValueEnding = ".base64";

    private readonly StateFolder _files = StateFolder.Open(path);

    /// <summary>Reads every secret; a file that is none is logged and passed over.</summary>
    public IEnumerable<StoredSecret> Load()
    {
        foreach (var file in _files.Names(DefinitionEnding))
        {
            if (Read(file[..^DefinitionEnding.Length]) is { } secret)
                yield return secret;
        }
    }

    /// <summary>Stores what a secret is for.</summary>
    public void WriteDefinition(SecretDefinition definition) =>
        _files.Write(definition.Uuid + DefinitionEnding, Encoding.UTF8.GetBytes(SecretXml.Format(definition)));

    /// <summary>Stores a secret's value.</summary>
    public void WriteValue(VirUuid uuid, ReadOnlySpan<byte> value)
    {
        var text = Encoding.ASCII.GetBytes(Convert.ToBase64String(value));
        try
        {
            _files.Write(uuid + ValueEnding, text);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
        }
    }

    /// <summary>
    /// Takes a secret away: first what makes it one, so that a crash between leaves a value nobody reads.
    /// </summary>
    public void Remove(VirUuid uuid)
    {
        _ = _files.Remove(uuid + DefinitionEnding);
        _ = _files.Remove(uuid + ValueEnding);
    }

    /// <inheritdoc/>
    public void Dispose() => _files.Dispose();

    private StoredSecret? Read(string name)
    {
        try
        {
            var definition = SecretXml.Parse(File.ReadAllText(_files.PathOf(name + DefinitionEnding)));
            if (definition.Uuid.ToString() != name)
            {
                throw SecretErrors.Conflict(
                    $"<uuid> does not match secret file name '{name}{DefinitionEnding}'");
            }

            return new StoredSecret(definition, ReadValue(name));
        }
        catch (Exception broken)
            when (broken is VirException or IOException or UnauthorizedAccessException or FormatException)
        {
            Log.Error($"Secret '{name}' is passed over: {broken.Message}");
            return null;
        }
    }

    private byte[]? ReadValue(string name)
    {
        var file = _files.PathOf(name + ValueEnding);
        return File.Exists(file) ? Convert.FromBase64String(File.ReadAllText(file)) : null;
    }
}
