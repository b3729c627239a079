using System.Data.Common;
using Dapper;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Data.Organisations;

/// <summary>Keeps the search index in step with <c>organisation.search_folded</c>, in the same transaction.</summary>
public sealed class OrganisationSearchIndex(Database database)
{
    /// <summary>Indexes an organisation anew. To be called when its row is made or its <c>search_folded</c> changes, after the row is written.</summary>
    public Task UpdateAsync(DbConnection connection, DbTransaction transaction, string id, string searchFolded, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            database.Dialect.Search.Update, new { id, grams = OrganisationGrams.Kept(searchFolded) }, transaction, cancellationToken: cancellationToken));
}
