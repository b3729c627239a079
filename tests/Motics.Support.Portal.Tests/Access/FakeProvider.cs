using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Motics.Support.Portal.Tests.Access;

/// <summary>An OpenID Connect provider as far as a code flow with PKCE needs one: metadata, keys, and a token for a code whose verifier fits.</summary>
internal sealed class FakeProvider : HttpMessageHandler
{
    public const string Authority = "https://id.example.org";

    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "k" };

    /// <summary>Roles that the next token carries.</summary>
    public string[] Roles { get; set; } = [];

    /// <summary>What the portal asked the person's browser to bring.</summary>
    public IDictionary<string, Microsoft.Extensions.Primitives.StringValues> Asked { get; set; } = new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>();

    /// <summary>Nobody answers at its address.</summary>
    public bool IsAway { get; set; }

    /// <summary>Something else answers there.</summary>
    public bool AnswersNonsense { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => request.RequestUri!.AbsolutePath switch
    {
        _ when IsAway => throw new HttpRequestException("Connection refused"),
        _ when AnswersNonsense => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("<html>", Encoding.UTF8, "text/html") },
        "/.well-known/openid-configuration" => Json(new
        {
            issuer = Authority,
            authorization_endpoint = $"{Authority}/authorize",
            token_endpoint = $"{Authority}/token",
            jwks_uri = $"{Authority}/keys",
        }),
        "/keys" => Json(new { keys = new[] { Public() } }),
        "/token" => Token(QueryHelpers.ParseQuery(await request.Content!.ReadAsStringAsync(cancellationToken))),
        _ => new HttpResponseMessage(HttpStatusCode.NotFound),
    };

    private HttpResponseMessage Token(Dictionary<string, Microsoft.Extensions.Primitives.StringValues> form)
    {
        var challenge = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (form["code"] != "good" || challenge != Asked["code_challenge"])
        {
            return new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent("""{"error":"invalid_grant"}""", Encoding.UTF8, "application/json") };
        }

        var now = DateTime.UtcNow;
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Authority,
            Audience = "motics-support",
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(5),
            Claims = new Dictionary<string, object> { ["sub"] = "u-1", ["name"] = "Kim Colleague", ["nonce"] = Asked["nonce"].ToString(), ["groups"] = Roles },
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
        });
        return Json(new { id_token = token, access_token = "none", token_type = "Bearer" });
    }

    private object Public()
    {
        var parameters = _key.Rsa.ExportParameters(false);
        return new { kty = "RSA", use = "sig", kid = "k", n = WebEncoders.Base64UrlEncode(parameters.Modulus!), e = WebEncoders.Base64UrlEncode(parameters.Exponent!) };
    }

    private static HttpResponseMessage Json(object body) => new() { Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json") };
}
