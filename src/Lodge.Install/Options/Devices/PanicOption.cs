using Lodge.Install.Options.Tables;

namespace Lodge.Install.Options.Devices;

/// <summary>
/// <c>--panic</c>: what tells the host that a guest's kernel has given up; a number alone is its port.
/// </summary>
internal sealed class PanicOption() : DeviceOption("--panic", "panic", PanicSubOptions.All)
{
    /// <inheritdoc/>
    protected override bool Prepare(OptionRequest request)
    {
        if (request.Given is not { Count: 1 } given) return true;
        if (given.GetValueOrDefault("model")?.StartsWith("0x", StringComparison.Ordinal) != true) return true;
        request.Rename("model", "address.iobase");
        given["model"] = "isa";
        return true;
    }
}
