using Lodge.Install.Flow;

namespace Lodge.Web.NewGuest;

/// <summary>Collects what a person should know of an installation.</summary>
internal sealed class InstallWords : IInstallReport
{
    /// <summary>What was chosen, in its order.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>What may not be meant.</summary>
    public List<string> Warnings { get; } = [];

    /// <inheritdoc/>
    public void Print(string line) => Lines.Add(line);

    /// <inheritdoc/>
    public void Warn(string line) => Warnings.Add(line);
}
