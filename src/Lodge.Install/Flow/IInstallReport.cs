namespace Lodge.Install.Flow;

/// <summary>Hears what a person should know while a guest is made.</summary>
internal interface IInstallReport
{
    /// <summary>Something is done or about to be.</summary>
    void Print(string line);

    /// <summary>Something is not as it should be, though it keeps nothing from going on.</summary>
    void Warn(string line);
}
