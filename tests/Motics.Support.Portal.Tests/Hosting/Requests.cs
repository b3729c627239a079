using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Motics.Support.Portal.Tests.Hosting;

/// <summary>Requests and answers in few words.</summary>
internal static class Requests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Task<HttpResponseMessage> SendJsonAsync(this HttpClient client, HttpMethod method, string url, object body, string? ifMatch = null) =>
        client.SendTextAsync(method, url, body as string ?? JsonSerializer.Serialize(body), "application/json", ifMatch);

    public static Task<HttpResponseMessage> PostJsonAsync(this HttpClient client, string url, object body) => client.SendJsonAsync(HttpMethod.Post, url, body);

    public static Task<HttpResponseMessage> SendTextAsync(this HttpClient client, HttpMethod method, string url, string body, string contentType, string? ifMatch = null) =>
        client.SendBytesAsync(method, url, Encoding.UTF8.GetBytes(body), contentType, ifMatch);

    public static async Task<HttpResponseMessage> SendBytesAsync(this HttpClient client, HttpMethod method, string url, byte[] body, string? contentType, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, url) { Content = new ByteArrayContent(body) };
        if (contentType is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await client.SendAsync(request, Cancel);
    }

    public static Task<HttpResponseMessage> PostEventsAsync(this HttpClient client, params object[] events) =>
        client.SendTextAsync(HttpMethod.Post, "/api/v1/events", JsonSerializer.Serialize(events), "application/cloudevents-batch+json");

    public static async Task<HttpResponseMessage> GetAsync(this HttpClient client, string url, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        return await client.SendAsync(request, Cancel);
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        try
        {
            return JsonDocument.Parse(text).RootElement;
        }
        catch (JsonException)
        {
            throw new Xunit.Sdk.XunitException($"{(int)answer.StatusCode} with no JSON: {text[..Math.Min(500, text.Length)]}");
        }
    }

    public static async Task<JsonElement> ReadAsync(this HttpClient client, string url)
    {
        using var answer = await client.GetAsync(new Uri(url, UriKind.Relative), Cancel);
        Assert.Equal(200, (int)answer.StatusCode);
        return await answer.JsonAsync();
    }

    /// <summary>The answer is a problem document of this status with everything that one must have; gives it back.</summary>
    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage answer, int status)
    {
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.JsonAsync();
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
        return problem;
    }

    /// <summary>The fields that a problem document names.</summary>
    public static string[] Fields(this JsonElement problem) =>
        [.. problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()!)];
}
