using System.Globalization;
using Lodge.Protocol.Errors;
using Lodge.Security.Files;
using Lodge.Security.Native;

namespace Lodge.Security.Remembering;

/// <summary>
/// What a file was like before the first guest used it, kept with the file itself in attributes that only root may
/// write:
/// the old label, how many guests use the file, and the host's boot that this is true of. libvirt reads and writes the
/// same.
/// </summary>
/// <remarks>Source: libvirt's <c>security_util.c</c>.</remarks>
internal static class RememberedLabel
{
    private const string Prefix = "trusted.libvirt.security.";

    /// <summary>Notes that one more guest uses a file.</summary>
    /// <param name="file">The file, locked.</param>
    /// <param name="driver">Whose label it is, as <c>dac</c>.</param>
    /// <param name="label">The label it has now; kept where this is the first guest.</param>
    /// <returns>How many guests use it; 0 where the file system remembers nothing.</returns>
    public static uint Add(OpenedFile file, string driver, string label)
    {
        var count = Count(file, driver);
        if (count is null)
        {
            return 0;
        }

        if (count == 0)
        {
            Check(file, file.SetAttribute(Prefix + driver, label));
            Check(file, file.SetAttribute(Stamp(driver), BootTime.Text));
        }

        Check(file, file.SetAttribute(References(driver), Text(count.Value + 1)));
        return count.Value + 1;
    }

    /// <summary>Notes that one guest less uses a file.</summary>
    /// <param name="file">The file, locked.</param>
    /// <param name="driver">Whose label it is.</param>
    /// <param name="label">The label to give back; null where there is none to give.</param>
    /// <returns>What is known of the file.</returns>
    public static Recollection Take(OpenedFile file, string driver, out string? label)
    {
        label = null;
        var count = Count(file, driver);
        switch (count)
        {
            case null:
                return Recollection.Unsupported;
            case 0:
                return Recollection.Nothing;
            case > 1:
                Check(file, file.SetAttribute(References(driver), Text(count.Value - 1)));
                return Recollection.InUse;
        }

        (label, _) = file.Attribute(Prefix + driver);
        Forget(file, driver);
        return label is null ? Recollection.Nothing : Recollection.Last;
    }

    /// <summary>Moves what is known of one file to another that takes its place.</summary>
    public static void Move(string from, string to, string driver)
    {
        using var source = OpenedFile.TryFind(from);
        using var target = OpenedFile.TryFind(to);
        if (source is null || target is null)
        {
            return;
        }

        using var locked = MetadataLock.Take(source, source.Status().HoldsData);
        Move(source, target, driver);
    }

    private static void Move(OpenedFile from, OpenedFile to, string driver)
    {
        foreach (var name in new[] { Prefix + driver, References(driver), Stamp(driver) })
        {
            if (from.Attribute(name).Value is { } value)
            {
                Check(to, to.SetAttribute(name, value));
            }
        }

        Forget(from, driver);
    }

    /// <summary>How many guests use a file; null where its file system remembers nothing.</summary>
    private static uint? Count(OpenedFile file, string driver)
    {
        var (text, error) = file.Attribute(References(driver));
        if (text is null)
        {
            return error switch
            {
                LibC.ENODATA => 0,
                LibC.ENOSYS or LibC.EOPNOTSUPP or LibC.EPERM => null,
                _ => throw OpenedFile.SystemError(
                    error, $"Unable to get XATTR {References(driver)} on {file.Path}"),
            };
        }

        if (!BootTime.IsThis(file.Attribute(Stamp(driver)).Value))
        {
            // Whoever counted did so before the host was last started: nobody uses the file any more.
            Forget(file, driver);
            return 0;
        }

        return uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw new VirException(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
                VirErrorDomain.VIR_FROM_SECURITY,
                $"malformed refcount {text} on {file.Path}");
    }

    private static void Forget(OpenedFile file, string driver)
    {
        Check(file, file.RemoveAttribute(References(driver)));
        Check(file, file.RemoveAttribute(Prefix + driver));
        Check(file, file.RemoveAttribute(Stamp(driver)));
    }

    private static void Check(OpenedFile file, int error)
    {
        if (error != 0)
        {
            throw OpenedFile.SystemError(error, $"Unable to set XATTR on {file.Path}");
        }
    }

    private static string References(string driver) => $"{Prefix}ref_{driver}";

    private static string Stamp(string driver) => $"{Prefix}timestamp_{driver}";

    private static string Text(uint count) => count.ToString(CultureInfo.InvariantCulture);
}
