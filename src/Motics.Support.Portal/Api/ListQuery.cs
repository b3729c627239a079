using Motics.Support.Core;

namespace Motics.Support.Portal.Api;

/// <summary>Reads the parameters of lists; collects what is wrong with any of them.</summary>
internal sealed class ListQuery
{
    private readonly List<FieldError> _errors = [];

    /// <summary>What is wrong; null when nothing is.</summary>
    public Refusal? Refusal => _errors.Count == 0 ? null : new Refusal.Invalid(_errors);

    /// <summary>Wire names separated by commas; none for all.</summary>
    public IReadOnlyList<T> Names<T>(string field, string? text) where T : struct, Enum
    {
        var values = (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Kebab.Parse<T>).ToList();
        if (values.Contains(null))
        {
            _errors.Add(new FieldError(field, $"One or more of: {string.Join(", ", Kebab.All<T>())}."));
        }

        return [.. values.OfType<T>().Distinct()];
    }

    /// <summary>A filter by exact text: nothing that long is stored.</summary>
    public string? Text(string field, string? text, int longest = 200)
    {
        if (text?.Length > longest)
        {
            _errors.Add(new FieldError(field, $"At most {longest} characters."));
        }

        return string.IsNullOrWhiteSpace(text) ? null : text;
    }
}

/// <summary>A part of a list.</summary>
/// <param name="Items">In the order asked for.</param>
/// <param name="Next">To be handed back as <c>cursor</c>; null when this is the last part.</param>
public sealed record ListAnswer<T>(IReadOnlyList<T> Items, string? Next);
