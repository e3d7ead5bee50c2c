using Lodge.Install.Drafts;
using Lodge.Install.Options;

namespace Lodge.Install.Editing;

/// <summary>A guest that was changed, before anybody but us knows of it.</summary>
/// <param name="Plan">The guest.</param>
/// <param name="Before">Its XML as it was.</param>
/// <param name="Xml">Its XML now.</param>
/// <param name="Devices">The devices that were changed, added or taken out.</param>
internal sealed record EditedGuest(GuestPlan Plan, string Before, string Xml, IReadOnlyList<Draft> Devices)
{
    /// <summary>What differs; empty where nothing does.</summary>
    public string Difference => UnifiedDiff.Of(Before, Xml, "Original XML", "Altered XML");
}
