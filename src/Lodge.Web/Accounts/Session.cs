using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace Lodge.Web.Accounts;

/// <summary>One log-in, from the right password to the end.</summary>
public sealed class Session : IDisposable
{
    private readonly CancellationTokenSource _end = new();

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

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }
}
