using Motics.Support.Portal.Tests.Hosting;

namespace Motics.Support.Portal.Tests.Api;

/// <summary>One portal for all tests of the API: it takes seconds to start. Each test has organisations of its own.</summary>
[CollectionDefinition(nameof(SharedPortal))]
public sealed class SharedPortal : ICollectionFixture<Hosting.Portal>;

/// <summary>What tests of the API share.</summary>
[Collection(nameof(SharedPortal))]
public abstract class PortalApiTests(Hosting.Portal portal)
{
    protected Hosting.Portal Portal { get; } = portal;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A name that no other test uses.</summary>
    protected static string NewId(string word) => $"{word}-{Guid.CreateVersion7():N}"[..(word.Length + 13)];

    /// <summary>A clinic that cannot connect, and its id.</summary>
    protected static async Task<string> StuckClinicAsync(HttpClient client)
    {
        var id = NewId("clinic");
        using var answer = await client.PostEventsAsync(Told.StuckClinic(id));
        Assert.Equal(202, (int)answer.StatusCode);
        return id;
    }

    /// <summary>A clinic that reconnected and works since, and its id.</summary>
    protected static async Task<string> WorkingClinicAsync(HttpClient client)
    {
        var id = NewId("clinic");
        using var answer = await client.PostEventsAsync(Told.WorkingClinic(id));
        Assert.Equal(202, (int)answer.StatusCode);
        return id;
    }

    /// <summary>An open ticket of such a clinic.</summary>
    protected static async Task<(string Organisation, long Number)> TicketAsync(HttpClient client)
    {
        var organisation = await StuckClinicAsync(client);
        using var answer = await client.PostJsonAsync("/api/v1/tickets", new { organisationId = organisation, subject = "Nobody is found" });
        Assert.Equal(201, (int)answer.StatusCode);
        return (organisation, (await answer.JsonAsync()).GetProperty("number").GetInt64());
    }
}
