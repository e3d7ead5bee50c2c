using System.Buffers;
using System.Text;
using Lodge.Install.Media;

namespace Lodge.Install.Os;

/// <summary>
/// Tells systems apart that cannot be the one looked for, by a look at the bytes of their files: of hundreds a handful
/// is left to be read as XML. It may let too many through, and never keeps the right one back.
/// </summary>
internal sealed class OsSieve
{
    private const int UsualLength = 256 << 10;

    private readonly byte[] _start;
    private readonly byte[] _end;
    private readonly (byte[] Tag, string? Value)[] _asked;

    private OsSieve(string element, params (string Name, string? Value)[] asked)
    {
        _start = Encoding.UTF8.GetBytes($"<{element}>");
        _end = Encoding.UTF8.GetBytes($"</{element}>");
        _asked = [.. asked.Select(one => (Encoding.UTF8.GetBytes($"<{one.Name}>"), one.Value))];
    }

    /// <summary>Lets systems through that have a medium like an image.</summary>
    public static OsSieve For(MediaIdentity image) => new(
        "iso", ("volume-id", image.VolumeId), ("system-id", image.SystemId), ("publisher-id", image.PublisherId),
        ("application-id", image.ApplicationId));

    /// <summary>Lets systems through that have a tree like one.</summary>
    public static OsSieve For(TreeInfo tree) => new(
        "treeinfo", ("family", tree.Family), ("variant", tree.Variant), ("version", tree.Version),
        ("arch", tree.Architecture));

    /// <summary>Whether a file may say what is looked for; one that cannot be read does not.</summary>
    public bool Passes(string file)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(UsualLength);
        try
        {
            using var stream = BuiltInSystems.OpenShared(file);
            var read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            // A longer one than any that is known is read as XML, whatever it says.
            return read == buffer.Length || Passes(buffer.AsSpan(0, read));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Whether XML may say what is looked for.</summary>
    public bool Passes(ReadOnlySpan<byte> xml)
    {
        while (xml.IndexOf(_start) is >= 0 and var start)
        {
            xml = xml[(start + _start.Length)..];
            var end = xml.IndexOf(_end);
            if (end < 0) return true;
            if (PassesElement(xml[..end])) return true;
            xml = xml[end..];
        }

        return false;
    }

    private bool PassesElement(ReadOnlySpan<byte> element)
    {
        foreach (var (tag, value) in _asked)
        {
            var start = element.IndexOf(tag);
            if (start < 0) continue;
            var text = element[(start + tag.Length)..];
            var end = text.IndexOf((byte)'<');
            if (end < 0) return true;
            text = text[..end];
            // What is written otherwise than it is meant is left to those who read XML.
            if (text.Contains((byte)'&')) continue;
            if (value is null || !OsPattern.MayMatch(Encoding.UTF8.GetString(text).Trim(), value)) return false;
        }

        return true;
    }
}
