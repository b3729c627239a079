using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Motics.Support.Core;
using Motics.Support.Core.Organisations;
using Motics.Support.Portal.Access;
using Motics.Support.Portal.Api.Json;

namespace Motics.Support.Portal.Api;

/// <summary>
/// Refuses with 422 what the query string holds and the address does not know, or holds twice: a misspelt filter that is passed over gives back
/// everything and looks like an answer.
/// </summary>
internal sealed class QueryFilter : IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        if (!context.HttpContext.Request.IsApi() || context.HttpContext.Request.Query is not { Count: > 0 } query)
        {
            return;
        }

        var known = Known(context.ActionDescriptor);
        var errors = query.Where(parameter => !known.Contains(parameter.Key, StringComparer.OrdinalIgnoreCase)).Select(parameter => new FieldError(PlainName.Shown(parameter.Key), Takes(known)))
            .Concat(query.Where(parameter => parameter.Value.Count > 1 && known.Contains(parameter.Key, StringComparer.OrdinalIgnoreCase))
                .Select(parameter => new FieldError(parameter.Key, "Is given more than once. Give it once; where several values are taken, separate them by commas.")))
            .ToList();
        if (errors.Count > 0)
        {
            context.Result = new ProblemResult(Refusals.ToProblem(new Refusal.Invalid(errors)));
        }
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }

    private static string[] Known(ActionDescriptor action) =>
        [.. action.Parameters.Where(parameter => parameter.BindingInfo?.BindingSource == BindingSource.Query)
            .SelectMany(parameter => parameter.ParameterType == typeof(OrganisationsAsked) ? OrganisationsAsked.Names : [parameter.Name])];

    private static string Takes(string[] known) => known.Length == 0
        ? "There is no such parameter. This address takes none."
        : $"There is no such parameter. This address takes: {string.Join(", ", known)}.";
}
