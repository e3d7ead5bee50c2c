using Lodge.Testing;

namespace Lodge.Guest.Tests;

/// <summary>One daemon for all tests of a class.</summary>
public sealed class DaemonFixture : IAsyncLifetime
{
    private LodgedProcess? _lodged;

    /// <summary>The daemon.</summary>
    public LodgedProcess Lodged => _lodged ?? throw new InvalidOperationException("not started yet");

    public async ValueTask InitializeAsync() => _lodged = await LodgedProcess.StartAsync();

    public ValueTask DisposeAsync() => _lodged is null ? ValueTask.CompletedTask : _lodged.DisposeAsync();
}
