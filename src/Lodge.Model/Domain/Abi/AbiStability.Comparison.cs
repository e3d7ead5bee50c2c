using System.Globalization;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>How two values are compared, and what is said where they differ.</summary>
public static partial class AbiStability
{
    /// <summary>Refuses values that differ; in the complaint {0} is the target's and {1} the source's.</summary>
    private static void Same<T>(string complaint, T source, T target)
    {
        if (!EqualityComparer<T>.Default.Equals(source, target))
        {
            throw Different(string.Format(CultureInfo.InvariantCulture, complaint, target, source));
        }
    }

    private static void Agree(bool agrees, string complaint)
    {
        if (!agrees)
        {
            throw Different(complaint);
        }
    }

    private static void Count(string what, int source, int target) =>
        Same("Target domain " + what + " count {0} does not match source {1}", source, target);

    private static string OnOff(bool? value) => value switch { null => "default", true => "on", false => "off" };

    private static string YesNo(bool? value) => value switch { null => "default", true => "yes", false => "no" };

    private static VirException Different(string complaint) =>
        new(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, VirErrorDomain.VIR_FROM_DOMAIN, complaint);
}
