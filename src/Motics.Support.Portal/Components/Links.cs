using Motics.Support.Core;
using Motics.Support.Core.Organisations;

namespace Motics.Support.Portal.Components;

/// <summary>Every address that a page leads to is made here: pages, what the API serves to them, signing in and out. What a list shows is added by its filter.</summary>
public static class Links
{
    public const string Home = "/";
    public const string Organisations = "/organisations";
    public const string Tickets = "/tickets";
    public const string Escalations = "/escalations";
    public const string Import = $"{Organisations}/import";
    public const string Outreach = "/outreach";
    public const string Migration = "/migration";
    public const string Playbook = "/playbook";
    public const string Audit = "/audit";
    public const string Tokens = "/admin/tokens";
    public const string Masks = "/admin/masks";
    public const string SignOut = "/sign-out";
    public const string TooManyPages = "/too-many-pages";

    /// <summary>The tickets, closed ones too.</summary>
    public const string AllTickets = $"{Tickets}?status=all";

    /// <summary>The escalations, resolved ones too.</summary>
    public const string AllEscalations = $"{Escalations}?status=all";

    /// <summary>The organisations that an incident covers now.</summary>
    public const string InIncident = $"{Organisations}?incident=true";

    /// <summary>Opens a ticket, for this organisation when one is given.</summary>
    public static string NewTicket(string? organisationId = null) => $"{Tickets}/new{(organisationId is null ? null : $"?organisationId={Uri.EscapeDataString(organisationId)}")}";

    public static string Ticket(long number) => $"{Tickets}/{number}";

    /// <summary>By a number that is kept as text.</summary>
    public static string Ticket(string number) => $"{Tickets}/{Uri.EscapeDataString(number)}";

    public static string Escalation(long number) => $"{Escalations}/{number}";

    /// <summary>By a number that is kept as text.</summary>
    public static string Escalation(string number) => $"{Escalations}/{Uri.EscapeDataString(number)}";

    /// <summary>One organisation, with one kind of its timeline shown.</summary>
    public static string Organisation(string id, TimelineKind? timeline = null) =>
        $"{Organisations}/{Uri.EscapeDataString(id)}{(timeline is { } kind ? $"?timeline={Kebab.Name(kind)}" : null)}";

    /// <summary>Its tickets that are not closed.</summary>
    public static string OpenTickets(string organisationId) => $"{Tickets}?organisationId={Uri.EscapeDataString(organisationId)}";

    /// <summary>One outreach and what became of it.</summary>
    public static string OutreachRun(string id) => $"{Outreach}/{Uri.EscapeDataString(id)}";

    /// <summary>A rule on the playbook's page.</summary>
    public static string Rule(string id) => $"{Playbook}#{id}";

    /// <summary>What a list of organisations shows, as a file.</summary>
    public static string OrganisationsCsv(string query) => $"/api/v1{Organisations}.csv{(query.Length == 0 ? null : $"?{query}")}";

    /// <summary>The packet as programs get it.</summary>
    public static string EscalationData(long number) => $"/api/v1{Escalation(number)}";

    public static string Screenshot(long ticket, string id) => $"/api/v1{Ticket(ticket)}/screenshots/{id}";

    public static string SignIn(string returnUrl) => $"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}";

    /// <summary>For whoever finds no room for another page.</summary>
    public static string NoRoom(string returnUrl) => $"{TooManyPages}?returnUrl={Uri.EscapeDataString(returnUrl)}";

    /// <summary>As one of the demo's people.</summary>
    public static string SignInAs(string role, string returnUrl) => $"/dev/sign-in?as={role}&returnUrl={Uri.EscapeDataString(returnUrl)}";
}
