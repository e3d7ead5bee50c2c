namespace Lodge.Host.Validation;

/// <summary>One line of <c>virt-host-validate</c>.</summary>
/// <param name="Driver">Which hypervisor asks: <c>QEMU</c> or <c>LXC</c>.</param>
/// <param name="Subject">What is looked at, as it follows the word "Checking".</param>
/// <param name="Level">How it came out.</param>
/// <param name="Hint">What to do about it; null where it passed.</param>
public sealed record HostCheck(string Driver, string Subject, CheckLevel Level, string? Hint)
{
    /// <summary>A check that came out as it should.</summary>
    public static HostCheck Passed(string driver, string subject) => new(driver, subject, CheckLevel.Pass, null);

    /// <summary>A check that passes where a condition holds, and else has a hint.</summary>
    public static HostCheck That(bool holds, string driver, string subject, CheckLevel otherwise, string hint) =>
        holds ? Passed(driver, subject) : new HostCheck(driver, subject, otherwise, hint);
}
