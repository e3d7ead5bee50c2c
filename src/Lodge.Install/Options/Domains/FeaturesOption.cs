using Lodge.Install.Options.Tables;

namespace Lodge.Install.Options.Domains;

/// <summary><c>--features</c>: parts of the machine that are there or not.</summary>
internal sealed class FeaturesOption() : CompoundOption("--features", "features", FeaturesSubOptions.All)
{
    /// <summary>What is off leaves no trace in the XML, and yet is not to be turned on as a default.</summary>
    protected override bool Set(OptionRequest request, SubOption option, string? value)
    {
        request.Plan.DecidedFeatures.Add(option.Name);
        return false;
    }
}
