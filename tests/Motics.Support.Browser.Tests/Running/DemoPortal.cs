using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Motics.Support.Browser.Tests.Running;

/// <summary>A portal with the demo data, shared by the tests, and the way to send it events as Motics OS would.</summary>
public sealed class DemoPortal : IAsyncLifetime
{
    private PortalProcess? portal;
    private HttpClient? motics;
    private int count;

    public string Url => portal!.Url;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalProcess.StartAsync(demo: true, CancellationToken.None);
        motics = await portal.MoticsAsync(CancellationToken.None);
    }

    /// <summary>A clinic of its own for one test: nothing happened to it yet.</summary>
    public Clinic NewClinic(string name) => new(motics!, string.Create(CultureInfo.InvariantCulture, $"test-{Interlocked.Increment(ref count)}-{Guid.NewGuid():N}")[..24], name);

    public async ValueTask DisposeAsync()
    {
        motics?.Dispose();
        if (portal is not null)
            await portal.DisposeAsync();
    }
}

/// <summary>A client of the portal that sends events.</summary>
public static class MoticsOs
{
    /// <summary>Makes a token with the portal's own command and a client that uses it.</summary>
    public static async Task<HttpClient> MoticsAsync(this PortalProcess portal, CancellationToken cancellationToken)
    {
        var printed = await portal.CommandAsync(cancellationToken, "token", "create", "--name", $"motics-{Guid.NewGuid():N}", "--scope", "events:write");
        var client = new HttpClient { BaseAddress = new Uri(portal.Url) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", printed.Split('\n')[^1].Trim());
        return client;
    }
}

/// <summary>One clinic and what happens to it. Each call is an event, a minute after the one before.</summary>
public sealed class Clinic(HttpClient motics, string id, string name)
{
    private DateTimeOffset time = DateTimeOffset.UtcNow.AddHours(-6);

    public string Id => id;

    public string Name => name;

    public Task<Clinic> IsOn(string ehr, object? more = null) =>
        SendAsync("organisation.updated", Merge(new() { ["name"] = name, ["ehr"] = ehr }, more));

    public Task<Clinic> Migrates() => SendAsync("organisation.migrated", new() { ["wave"] = "3" });

    public Task<Clinic> SavesKey(string ehr, string fingerprint, object? more = null) =>
        SendAsync("integration.key-saved", Merge(new() { ["ehr"] = ehr, ["keyFingerprint"] = fingerprint, ["actorRole"] = "owner" }, more));

    public Task<Clinic> Searches(string ehr, int found) => SendAsync("patient-search.completed", new() { ["ehr"] = ehr, ["resultCount"] = found });

    public Task<Clinic> Fails(string ehr, string message, int status, string operation = "patient-search") => SendAsync("integration.failed", new()
    {
        ["ehr"] = ehr,
        ["operation"] = operation,
        ["error"] = new { message, httpStatus = status, correlationId = $"ref-{Guid.NewGuid():N}"[..12] },
    });

    private async Task<Clinic> SendAsync(string type, Dictionary<string, object?> data)
    {
        time = time.AddMinutes(1);
        var body = JsonSerializer.Serialize(new
        {
            specversion = "1.0",
            id = Guid.CreateVersion7().ToString(),
            source = "browser-tests",
            type = $"ai.motics.{type}",
            subject = id,
            time = time.ToString("O", CultureInfo.InvariantCulture),
            data,
        });
        using var content = new StringContent(body, new MediaTypeHeaderValue("application/cloudevents+json"));
        using var answer = await motics.PostAsync(new Uri("/api/v1/events", UriKind.Relative), content);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return this;
    }

    private static Dictionary<string, object?> Merge(Dictionary<string, object?> data, object? more)
    {
        foreach (var property in JsonSerializer.SerializeToElement(more ?? new { }).EnumerateObject())
            data[property.Name] = property.Value;
        return data;
    }
}
