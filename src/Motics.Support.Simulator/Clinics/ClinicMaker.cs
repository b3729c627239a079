using System.Globalization;
using System.Text;
using Motics.Support.Simulator.Stories;

namespace Motics.Support.Simulator.Clinics;

/// <summary>Makes clinics for the stories: the same seed gives the same clinics, and fewer of them are the first of more.</summary>
public static class ClinicMaker
{
    /// <summary>The first clinics of a seed.</summary>
    public static IReadOnlyList<Clinic> Make(ulong seed, int organisations)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return [.. Enumerable.Range(0, organisations).Select(number => Make(seed, StoryBook.Of(number), number, names))];
    }

    private static Clinic Make(ulong seed, Story story, int number, HashSet<string> names)
    {
        var chance = Chance.For(seed, "clinic", number.ToString(CultureInfo.InvariantCulture));
        var home = chance.Pick(story.Homes);
        var name = Unused(chance, home.Country, names);
        return new Clinic
        {
            Number = number,
            Id = $"{Slug(name)}-{chance.Between(1000, 9999)}{number % 10}",
            Name = name,
            Home = home,
            Story = story,
            SessionsADay = chance.Between(1, 4),
            OpenOnSaturday = chance.Happens(0.3),
        };
    }

    private static string Unused(Chance chance, Country country, HashSet<string> names)
    {
        var drawn = ClinicNames.Draw(chance, country);
        for (var again = 0; again < 20 && names.Contains(drawn); again++)
            drawn = ClinicNames.Draw(chance, country);
        var name = drawn;
        // A big rehearsal has more clinics than there are names: branches get a number.
        for (var branch = 2; !names.Add(name); branch++)
            name = $"{drawn} {branch}";
        return name;
    }

    /// <summary>The name in plain small letters, fit for an id.</summary>
    private static string Slug(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(char.ToLowerInvariant(letter));
            else if (letter is ' ' && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        return slug.ToString();
    }
}
