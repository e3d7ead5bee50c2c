using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace Lodge.Web.Accounts;

/// <summary>One log-in, from the right password to the end.</summary>
public sealed class Session : IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private ITimer? _clock;

    /// <summary>Makes a session of that name.</summary>
    public Session(string id)
    {
        Id = id;
        Ended = _end.Token;
    }

    /// <summary>Its name in the cookie.</summary>
    public string Id { get; }

    /// <summary>What the framework knows of it.</summary>
    public required AuthenticationTicket Ticket { get; set; }

    /// <summary>Is cancelled when the log-in is over.</summary>
    public CancellationToken Ended { get; }

    /// <summary>Who has logged in.</summary>
    public string User => Ticket.Principal.FindFirstValue(ClaimTypes.Name) ?? "";

    /// <summary>Has something done once its time is over; asked again, at the new time alone.</summary>
    public void WhenOver(TimeProvider clock, Action end)
    {
        if (Ticket.Properties.ExpiresUtc is not { } over) return;
        var left = over - clock.GetUtcNow();
        var old = Interlocked.Exchange(
            ref _clock,
            clock.CreateTimer(
                _ => end(), null, left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan));
        old?.Dispose();
    }

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        _clock?.Dispose();
        _end.Cancel();
        _end.Dispose();
    }
}
