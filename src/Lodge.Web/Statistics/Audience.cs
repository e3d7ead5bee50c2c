using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Lodge.Web.Statistics;

/// <summary>Counts the browsers that look on: figures that nobody sees are asked for more seldom.</summary>
internal sealed class Audience
{
    private int _browsers;

    /// <summary>How many there are.</summary>
    public int Browsers => Volatile.Read(ref _browsers);

    /// <summary>One for each browser.</summary>
    internal sealed class Seat(Audience audience) : CircuitHandler
    {
        /// <inheritdoc/>
        public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref audience._browsers);
            return Task.CompletedTask;
        }

        /// <inheritdoc/>
        public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
        {
            Interlocked.Decrement(ref audience._browsers);
            return Task.CompletedTask;
        }
    }
}
