using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Motics.Support.Core;
using Motics.Support.Core.Paging;

namespace Motics.Support.Portal.Api.Json;

/// <summary>Turns what MVC could not bind into a problem document, in our words: its own sentences repeat the refused value.</summary>
internal static class ModelStateProblem
{
    public static IActionResult Of(ActionContext context)
    {
        var faults = context.ModelState.SelectMany(entry => entry.Value!.Errors.Select(error => error.Exception)).OfType<BodyFault>().ToList();
        if (faults is [var fault, ..])
        {
            return new ProblemResult(fault.Field.Length == 0
                ? Problems.Of(fault.Status, fault.Message)
                : Problems.Of(fault.Status, $"{fault.Field}: {fault.Message}") with { Errors = [new FieldError(fault.Field, fault.Message)] });
        }

        var errors = context.ModelState.Where(entry => entry.Value!.ValidationState == ModelValidationState.Invalid).Select(entry => Error(JsonNamingPolicy.CamelCase.ConvertName(entry.Key), context)).ToList();
        return new ProblemResult(Refusals.ToProblem(new Refusal.Invalid(errors)));
    }

    private static FieldError Error(string key, ActionContext context) => key.Length == 0
        ? new FieldError("body", "Is missing: send a JSON object as application/json.")
        : key == "limit" ? new FieldError(key, $"Must be a whole number from 1 to {PageLimit.Most}.")
        : context.ActionDescriptor.Parameters.Any(parameter => parameter.Name == key && parameter.ParameterType == typeof(bool?)) ? new FieldError(key, "true or false.")
        : new FieldError(key, "Is missing or not of the kind that is wanted here; the kinds are in /openapi/v1.json.");
}
