namespace Motics.Support.Core.Masking.People;

/// <summary>The line of an HL7 message that says who the patient is: <c>PID|1||4471||Doe^Jane||19850312|F|…</c>. Its fields have places, not labels.</summary>
internal static class HealthMessage
{
    private const int Name = 5;
    private const int Birth = 7;
    private const int Longest = 1000;

    public static void Scan(string text, List<Secret> found)
    {
        for (var line = text.IndexOf("PID|", StringComparison.Ordinal); line >= 0; line = text.IndexOf("PID|", line + 1, StringComparison.Ordinal))
        {
            if (line > 0 && char.IsLetterOrDigit(text[line - 1]))
                continue;
            var (field, start) = (0, line);
            for (var index = line; index <= text.Length && index - line < Longest && (index == text.Length || text[index] is not ('\n' or '\r')); index++)
            {
                if (index < text.Length && text[index] != '|')
                    continue;
                if (Of(field) is { } mask && index > start)
                    found.Add(new Secret(start, index, mask));
                (field, start) = (field + 1, index + 1);
            }
        }
    }

    private static Mask? Of(int field) => field switch
    {
        Name or 6 or 9 => Masks.PatientName,
        Birth => Masks.BirthDate,
        13 or 14 => Masks.Phone,
        _ => null,
    };
}
