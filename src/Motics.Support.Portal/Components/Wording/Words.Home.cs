using Motics.Support.Core.Tickets;
using Motics.Support.Core.Tickets.Home;
using Motics.Support.Portal.Components.Shared;

namespace Motics.Support.Portal.Components.Wording;

public static partial class Words
{
    /// <summary>Why an error stands on the engineers' home, as a chip.</summary>
    public static Status OfWhy(HomeErrorWhy why) => why switch
    {
        HomeErrorWhy.Regressed => new(Tone.Bad, Glyph.Warning, "Came back"),
        HomeErrorWhy.New => new(Tone.Brand, Glyph.New, "New"),
        _ => new(Tone.Mute, Glyph.Organisation, "Most clinics"),
    };
}
