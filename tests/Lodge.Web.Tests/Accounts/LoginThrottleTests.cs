using Lodge.Web.Accounts;

namespace Lodge.Web.Tests.Accounts;

public sealed class LoginThrottleTests
{
    private readonly SteppedClock _clock = new();

    [Fact]
    public void Five_failures_are_free_and_the_wait_doubles_after_them()
    {
        var throttle = new LoginThrottle(_clock);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(TimeSpan.Zero, throttle.Wait("user root"));
            throttle.Failed("user root");
        }

        Assert.Equal(TimeSpan.FromSeconds(2), throttle.Wait("user root"));
        throttle.Failed("user root");
        Assert.Equal(TimeSpan.FromSeconds(4), throttle.Wait("user root"));
        Assert.Equal(TimeSpan.Zero, throttle.Wait("user other"));
    }

    [Fact]
    public void The_wait_passes_and_the_right_password_forgets_it()
    {
        var throttle = new LoginThrottle(_clock);
        for (var i = 0; i < 8; i++) throttle.Failed("user root");
        _clock.Step(TimeSpan.FromSeconds(16));
        Assert.Equal(TimeSpan.Zero, throttle.Wait("user root"));
        throttle.Failed("user root");
        throttle.Succeeded("user root");
        Assert.Equal(TimeSpan.Zero, throttle.Wait("user root"));
    }

    private sealed class SteppedClock : TimeProvider
    {
        private DateTimeOffset _now = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => _now;

        public void Step(TimeSpan by) => _now += by;
    }
}
