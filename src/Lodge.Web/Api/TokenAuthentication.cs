using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Lodge.Web.Api;

/// <summary>Takes <c>Authorization: Bearer</c> of programs.</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string Name = "token";

    /// <inheritdoc/>
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        const string Prefix = "Bearer ";
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return Task.FromResult(
            AuthenticateResult.NoResult());
        if (tokens.Find(header[Prefix.Length..].Trim()) is not { } token)
            return Task.FromResult(AuthenticateResult.Fail("This token is not known."));
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, token.User)], Name);
        return Task.FromResult(
            AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name)));
    }

    /// <remarks>The scheme of browsers leads a stranger to the log-in, or says 401.</remarks>
    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Task.CompletedTask;
}
