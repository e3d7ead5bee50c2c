namespace Lodge.Host.Setup;

/// <summary>A part of what a host of guests needs: it looks at what is there and says what is missing.</summary>
public interface ISetupStep
{
    /// <summary>What it is about, as <c>packages</c>.</summary>
    string Name { get; }

    /// <summary>Looks at a host; changes nothing.</summary>
    /// <param name="host">The host.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What is missing; nothing where all is there.</returns>
    Task<IReadOnlyList<SetupChange>> FindAsync(SetupHost host, CancellationToken cancellation);
}
