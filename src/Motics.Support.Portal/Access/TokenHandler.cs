using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Motics.Support.Data.Access;
using Motics.Support.Portal.Api;

namespace Motics.Support.Portal.Access;

/// <summary>
/// Bearer tokens. Each request looks its token up by hash: one indexed read, so a revoked token is refused from the next request on.
/// Answers the API's 401 and 403 for everybody, signed in by cookie or not.
/// </summary>
internal sealed class TokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, TokenStore tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    private const string Prefix = "Bearer ";
    private const int LongestHeader = 512;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.Length == 0)
        {
            return AuthenticateResult.NoResult();
        }

        if (header.Length > LongestHeader || !header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.Fail("No bearer token.");
        }

        var token = await tokens.FindAsync(header[Prefix.Length..].Trim(), Context.RequestAborted);
        return token is null
            ? AuthenticateResult.Fail("Unknown or revoked token.")
            : AuthenticateResult.Success(new AuthenticationTicket(PortalClaims.Token(token.Name, token.Scopes, Scheme.Name), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var wasSent = Request.Headers.Authorization.Count > 0;
        Response.Headers.WWWAuthenticate = wasSent ? "Bearer realm=\"motics-support\", error=\"invalid_token\"" : "Bearer realm=\"motics-support\"";
        return Problems.WriteAsync(Context, StatusCodes.Status401Unauthorized, wasSent
            ? "The token is unknown or was revoked. Make one with the command: token create."
            : "Send a token: Authorization: Bearer TOKEN. Tokens are made with the command: token create.");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var needed = Context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAuthorizeData>()?.Policy;
        return Problems.WriteAsync(Context, StatusCodes.Status403Forbidden, Problems.Needed(needed));
    }
}
