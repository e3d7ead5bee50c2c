using Lodge.Install.Options;
using Lodge.Install.Options.Storage;

namespace Lodge.Install.Defaults;

/// <summary>Names for guests that were given none.</summary>
internal static class GuestNames
{
    private const string Unknown = "-unknown";

    /// <summary>A name after the operating system that no guest has: <c>fedora38</c>, <c>fedora38-2</c>, <c>vm1</c>.
    /// </summary>
    /// <exception cref="Protocol.Errors.VirException">The server is gone.</exception>
    public static string Choose(GuestPlan plan)
    {
        var (name, isNumbered) = (plan.Os.ShortId, false);
        if (name.EndsWith(Unknown, StringComparison.Ordinal)) name = name[..^Unknown.Length];
        if (plan.Os.IsGeneric) (name, isNumbered) = (plan.IsContainer ? "container" : "vm", true);
        if (plan.Architecture != plan.Host.Capabilities.Architecture)
            (name, isNumbered) = ($"{name}-{(plan.Architecture == "armv7l" ? "arm" : plan.Architecture)}", false);
        return NumberedName.Free(
            name, plan.Host.HasGuest, first: isNumbered ? 1 : 2, separator: isNumbered ? "" : "-", always: isNumbered);
    }
}
