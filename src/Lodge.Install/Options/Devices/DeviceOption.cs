namespace Lodge.Install.Options.Devices;

/// <summary>An option that adds a device.</summary>
/// <param name="flag">The option.</param>
/// <param name="element">The device's element.</param>
/// <param name="subOptions">What it takes.</param>
internal class DeviceOption(string flag, string element, SubOption[] subOptions)
    : CompoundOption(flag, $"devices/{element}[]", subOptions)
{
    /// <summary>Whether <c>none</c> keeps the guest from getting such a device of itself.</summary>
    public bool CanBeDeclined { get; init; }

    /// <inheritdoc/>
    protected override bool Prepare(OptionRequest request)
    {
        if (!CanBeDeclined || request.Text != "none") return true;
        request.Plan.Declined.Add(element);
        return false;
    }

    /// <inheritdoc/>
    protected override bool Set(OptionRequest request, SubOption option, string? value)
    {
        if (option.Name != "boot.order" || value is null) return false;
        BootOrder.Set(request.Plan, request.Element, value);
        return true;
    }
}
