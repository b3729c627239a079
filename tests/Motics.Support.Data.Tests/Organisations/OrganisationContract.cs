using Motics.Support.Data.Audit;
using Motics.Support.Data.Organisations;

namespace Motics.Support.Data.Tests.Organisations;

/// <summary>A database and the store of organisations for each test.</summary>
public abstract class OrganisationContract(Engine engine) : IAsyncLifetime
{
    internal TemporaryDatabase Temporary { get; private set; } = null!;

    protected OrganisationStore Store { get; private set; } = null!;

    protected static DateTimeOffset Start => TemporaryDatabase.Start;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Temporary = await TemporaryDatabase.CreateAsync(engine);
        Store = new OrganisationStore(Temporary.Database, new AuditTrail(Temporary.Database), Temporary.Clock);
    }

    public ValueTask DisposeAsync() => Temporary?.DisposeAsync() ?? ValueTask.CompletedTask;

    internal Task InsertAsync(params IEnumerable<Clinic> clinics) => Clinic.InsertAsync(Temporary.Database, clinics);
}
