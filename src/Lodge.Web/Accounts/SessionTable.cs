using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Lodge.Web.Accounts;

/// <summary>Everybody who is logged in. It is in memory: when the program ends, so do the log-ins.</summary>
public sealed class SessionTable(TimeProvider clock) : ITicketStore
{
    /// <summary>The claim that names the session.</summary>
    public const string IdClaim = "session";

    private const int MostSessions = 1000;
    private readonly ConcurrentDictionary<string, Session> _sessions = new(StringComparer.Ordinal);

    /// <summary>The session of a user; null when it is over.</summary>
    public Session? Find(ClaimsPrincipal user) =>
        user.FindFirstValue(IdClaim) is { } id && _sessions.TryGetValue(id, out var session) && IsAlive(session)
            ? session
            : null;

    /// <inheritdoc/>
    public Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        foreach (var (id, old) in _sessions)
        {
            if (!IsAlive(old)) End(id);
        }

        if (_sessions.Count >= MostSessions)
            throw new InvalidOperationException($"{MostSessions} users are logged in; no more are taken.");
        var session = new Session(Convert.ToHexString(RandomNumberGenerator.GetBytes(32))) { Ticket = ticket };
        ((ClaimsIdentity)ticket.Principal.Identity!).AddClaim(new Claim(IdClaim, session.Id));
        _sessions[session.Id] = session;
        session.WhenOver(clock, () => End(session.Id));
        return Task.FromResult(session.Id);
    }

    /// <inheritdoc/>
    public Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        if (_sessions.TryGetValue(key, out var session))
        {
            session.Ticket = ticket;
            session.WhenOver(clock, () => End(key));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<AuthenticationTicket?> RetrieveAsync(string key) =>
        Task.FromResult(_sessions.TryGetValue(key, out var session) && IsAlive(session) ? session.Ticket : null);

    /// <inheritdoc/>
    public Task RemoveAsync(string key)
    {
        End(key);
        return Task.CompletedTask;
    }

    private bool IsAlive(Session session) => session.Ticket.Properties.ExpiresUtc is not { } end
        || end > clock.GetUtcNow();

    private void End(string id)
    {
        if (_sessions.TryRemove(id, out var session)) session.Dispose();
    }
}
