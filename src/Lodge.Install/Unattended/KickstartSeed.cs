using Lodge.Install.Options;
using Lodge.Install.Unattended.Kickstart;
using Lodge.Install.Unattended.Scripts;

namespace Lodge.Install.Unattended;

/// <summary>A kickstart of one's own, brought to the installer (<c>--unattended kickstart=FILE,via=WAY</c>).</summary>
public static class KickstartSeed
{
    private const int SizeLimit = Serving.KickstartServer.SizeLimit;

    /// <summary>Makes what the installer needs.</summary>
    /// <param name="options">The file, and the way.</param>
    /// <param name="version">The version of the installer.</param>
    /// <param name="hasKernel">Whether we start the installer's kernel; else a CD starts by itself.</param>
    /// <exception cref="OptionException">The file cannot be read, or the way leads nowhere.</exception>
    public static UnattendedPlan Prepare(UnattendedOptions options, KickstartVersion version, bool hasKernel)
    {
        ArgumentNullException.ThrowIfNull(options);
        var way = options.KickstartWay ?? (hasKernel ? "initrd" : "disk");
        if (!hasKernel && way != "disk")
            throw new OptionException($"--unattended via={way} needs --location: a CD that starts itself has 'disk'");
        var content = Read(options.Kickstart ?? throw new OptionException("--unattended via= needs kickstart="));
        return way switch
        {
            "initrd" => KickstartDelivery.InInitrd(content, version),
            "disk" => KickstartDelivery.OnDisk(content, version),
            _ => new UnattendedPlan { Served = KickstartDelivery.ToServe(content) },
        };
    }

    private static byte[] Read(string path)
    {
        try
        {
            return new FileInfo(path).Length <= SizeLimit
                ? File.ReadAllBytes(path)
                : throw new OptionException($"The kickstart '{path}' has more than {SizeLimit} bytes");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new OptionException($"Cannot read the kickstart '{path}': {failure.Message}", failure);
        }
    }
}
