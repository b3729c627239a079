using System.CommandLine;
using Motics.Support.Core.Access;
using Motics.Support.Core.Events;
using Motics.Support.Data.Access;

namespace Motics.Support.Portal.Commands;

/// <summary>Tokens by which programs come in.</summary>
internal static class TokenCommand
{
    public static Command Create() => new("token", "Tokens by which programs reach the API.") { CreateOne(), List(), Revoke() };

    private static Command CreateOne()
    {
        var name = new Option<string>("--name") { Description = "What people call it.", Required = true };
        var scopes = new Option<string[]>("--scope") { Description = "What it may do; may be given several times.", Required = true };
        scopes.AcceptOnlyFromAmong([.. Grants.ByScope.Keys.Order(StringComparer.Ordinal)]);
        var command = new Command("create", "Makes a token and prints it once, alone on the last line. It is kept as a hash only.") { name, scopes };
        command.SetAction((parsed, cancellationToken) => CommandHost.RunAsync(async services =>
        {
            var outcome = await services.GetRequiredService<TokenStore>().CreateAsync(
                parsed.GetRequiredValue(name), parsed.GetRequiredValue(scopes), Actor.System, cancellationToken);
            if (!outcome.Done)
            {
                return CommandHost.Refuse(outcome.Refusal);
            }

            Console.WriteLine($"The token {outcome.Value.Token.Name}. Keep it now: it is not shown again.");
            Console.WriteLine(outcome.Value.Secret);
            return 0;
        }));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Lists the tokens: name, scopes, when made, when last used, when revoked.");
        command.SetAction((_, cancellationToken) => CommandHost.RunAsync(async services =>
        {
            var tokens = (await services.GetRequiredService<TokenStore>().ListAsync(Actor.System, cancellationToken)).Value!;
            foreach (var token in tokens)
            {
                Console.WriteLine($"{token.Name}\t{string.Join(' ', token.Scopes)}\tmade {Rfc3339.Write(token.CreatedAt)}\tlast used {Time(token.LastUsedAt)}\trevoked {Time(token.RevokedAt)}");
            }

            return 0;
        }));
        return command;
    }

    private static Command Revoke()
    {
        var name = new Argument<string>("name") { Description = "The token's name." };
        var command = new Command("revoke", "Takes a token back; it is refused from the next request on.") { name };
        command.SetAction((parsed, cancellationToken) => CommandHost.RunAsync(async services =>
        {
            var outcome = await services.GetRequiredService<TokenStore>().RevokeAsync(parsed.GetRequiredValue(name), Actor.System, cancellationToken);
            if (!outcome.Done)
            {
                return CommandHost.Refuse(outcome.Refusal);
            }

            Console.WriteLine($"The token {outcome.Value.Name} is revoked.");
            return 0;
        }));
        return command;
    }

    private static string Time(DateTimeOffset? time) => time is { } known ? Rfc3339.Write(known) : "never";
}
