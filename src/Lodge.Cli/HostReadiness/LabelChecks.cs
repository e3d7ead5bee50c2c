using Lodge.Host.Validation;
using Lodge.Security;
using Lodge.Security.Selinux;
using Lodge.Security.Selinux.Policy;

namespace Lodge.Cli.HostReadiness;

/// <summary>How guests are kept apart on this host.</summary>
internal static class LabelChecks
{
    internal const string Driver = "HOST";
    private const string Program = "/usr/sbin/lodged";
    private const string Label = "virtd_exec_t";

    internal static IEnumerable<HostCheck> All(ISelinux selinux)
    {
        yield return HostCheck.That(
            selinux is { IsEnabled: true, IsEnforcing: true },
            Driver,
            "if SELinux keeps guests apart",
            CheckLevel.Note,
            selinux.IsEnabled
                ? "it is permissive: what a guest's label may not do is noted, not refused"
                : "the kernel has no SELinux, or it is disabled: guests are kept apart by their owner alone");
        if (selinux.IsEnabled)
        {
            yield return HostCheck.That(
                selinux.PolicyFolder is { } folder && new PolicyTypes(folder).OfImages() is not null,
                Driver,
                "if the policy has labels for images",
                CheckLevel.Fail,
                "install the distribution's policy, and its part for virtualization");
            yield return HostCheck.That(
                SelinuxContext.TryParse(selinux.FileContext(Program).Context)?.Type is null or Label,
                Driver,
                "if lodged may start guests that are confined",
                CheckLevel.Warn,
                $"{Program} has not the label {Label}: lodge host setup gives it");
        }

        if (AppArmor.IsEnabled)
        {
            yield return new HostCheck(
                Driver, "if AppArmor confines guests", CheckLevel.Note, "Lodge has no profiles for it");
        }
    }
}
