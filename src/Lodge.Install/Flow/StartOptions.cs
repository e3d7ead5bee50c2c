namespace Lodge.Install.Flow;

/// <summary>How a guest is started once it is made.</summary>
/// <param name="IsStarted">Whether it is started though nothing is installed.</param>
/// <param name="IsTransient">Whether it is gone once it stops.</param>
/// <param name="IsAutostarted">Whether it starts with the host.</param>
internal sealed record StartOptions(bool IsStarted, bool IsTransient, bool IsAutostarted);
