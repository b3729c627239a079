using System.Globalization;
using Motics.Support.Core;
using Motics.Support.Core.Access;
using Motics.Support.Core.Audit;
using Motics.Support.Core.Events;
using Motics.Support.Core.Organisations;
using Motics.Support.Core.Organisations.Import;
using Motics.Support.Data.Audit;
using Motics.Support.Data.Events;

namespace Motics.Support.Data.Organisations;

/// <summary>
/// Brings organisations in from CSV, by the way that events take: a line that tells something new becomes the events that tell it, so that
/// there is one way in which organisations change.
/// </summary>
public sealed class OrganisationImport(Database database, EventStore events, AuditTrail audit, TimeProvider clock)
{
    /// <summary>CloudEvents source of the events that an import makes.</summary>
    public const string Source = "motics-support/import";

    private const int Step = 500;

    private readonly OrganisationTold told = new(database);

    /// <summary>
    /// Imports a file. Good lines are taken although others are bad; they are appended in steps, so an import that was cut off is finished by
    /// running it again. Refused when the actor may not, the file is no such CSV, or too much is waiting.
    /// </summary>
    /// <param name="file">The bytes, read to their end.</param>
    /// <param name="dryRun">Only says what would become of it.</param>
    /// <param name="actor">Who imports; goes into the audit.</param>
    /// <param name="cancellationToken">Stops it between two steps.</param>
    public async Task<Outcome<ImportAnswer>> ImportAsync(Stream file, bool dryRun, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.May(Permission.ImportOrganisations))
        {
            return new Refusal.Denied(Permission.ImportOrganisations);
        }

        var now = clock.Now();
        var reading = await OrganisationCsv.ReadAsync(file, now, cancellationToken).ConfigureAwait(false);
        if (!reading.Done)
        {
            return reading.Refusal;
        }

        var plan = await PlanAsync(reading.Value, now, cancellationToken).ConfigureAwait(false);
        if (dryRun)
        {
            return plan.Answer;
        }

        await AuditAsync(plan.Answer, actor, now, cancellationToken).ConfigureAwait(false);
        foreach (var step in plan.Events.Chunk(Step))
        {
            var appended = await events.AppendAsync(step, cancellationToken).ConfigureAwait(false);
            if (!appended.Done)
            {
                return appended.Refusal;
            }
        }

        return plan.Answer;
    }

    private async Task<(ImportAnswer Answer, IReadOnlyList<IntegrationEvent> Events)> PlanAsync(OrganisationCsvReading reading, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (made, rejected, lines) = (new List<IntegrationEvent>(), new List<RejectedLine>(reading.Rejected), new List<ImportedOrganisation>());
        foreach (var step in reading.Rows.Chunk(Step))
        {
            var known = await told.FindAsync([.. step.Select(row => row.Id)], cancellationToken).ConfigureAwait(false);
            foreach (var row in step)
            {
                var before = known.GetValueOrDefault(row.Id);
                if (row.MigratedAt < before?.MigratedAt)
                {
                    rejected.Add(new RejectedLine(row.Line, row.Id, [new FieldError("migratedAt", "Is before the migration that is known already, and the newest counts. Leave it empty.")]));
                    continue;
                }

                var news = ImportedLine.News(row, before, now).ToList();
                made.AddRange(news);
                lines.Add(new(row.Line, row.Id, row.Name, news.Count == 0 ? ImportNews.Known : before is null ? ImportNews.New : ImportNews.Changed));
            }
        }

        var accepted = made.Select(news => news.OrganisationId).Distinct(StringComparer.Ordinal).Count();
        return (new(accepted, lines.Count - accepted, [.. rejected.OrderBy(line => line.Line)]) { Lines = lines }, made);
    }

    private Task AuditAsync(ImportAnswer answer, Actor actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var detail = string.Create(CultureInfo.InvariantCulture, $"{answer.Accepted} new or changed, {answer.Duplicates} known, {answer.Rejected.Count} rejected");
        var entry = new AuditEntry(now, actor.Id, "organisation.import", "organisation:import", AuditEntry.Done, detail);
        return database.WriteAsync((connection, transaction) => audit.AppendAsync(connection, transaction, entry, cancellationToken), cancellationToken);
    }
}
