using System.Globalization;
using Lodge.Install.Options.Tables;

namespace Lodge.Install.Options.Devices;

/// <summary><c>--memdev</c>: memory as a device; sizes in MiB.</summary>
internal sealed class MemoryDeviceOption() : DeviceOption("--memdev", "memory", MemoryDeviceSubOptions.All)
{
    /// <inheritdoc/>
    protected override bool Set(OptionRequest request, SubOption option, string? value)
    {
        if (value is null || option.Name is not ("target.size" or "target.label_size" or "source.alignsize"))
            return base.Set(request, option, value);
        var kibibytes = 1024 * long.Parse(OptionValue.Whole(value), CultureInfo.InvariantCulture);
        request.Element[option.Path!] = kibibytes.ToString(CultureInfo.InvariantCulture);
        return true;
    }
}
