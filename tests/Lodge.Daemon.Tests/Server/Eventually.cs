using System.Diagnostics;

namespace Lodge.Daemon.Tests.Server;

/// <summary>Waits for what another thread is about to do.</summary>
internal static class Eventually
{
    public static void Holds(Func<bool> condition)
    {
        var since = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(since.Elapsed < TimeSpan.FromSeconds(20), "It never came true.");
            Thread.Yield();
        }
    }
}
