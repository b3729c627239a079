namespace Motics.Support.Simulator.Clinics;

/// <summary>Names of clinics that do not exist, put together from streets and crafts. Some carry accents, as real ones do.</summary>
internal static class ClinicNames
{
    private static readonly string[] Anywhere =
    [
        "Harbour Street", "Mill Lane", "Elm Park", "Riverside", "Northgate", "Coastline", "Parkside", "Studio Nine", "Kingfisher", "Lighthouse",
        "Station Road", "Orchard", "Maple Court", "Bridge Street", "Stonefield", "Westbank", "Old Bakery", "Fernhill", "Clocktower", "Silver Birch",
        "Beacon Hill", "Willow Bend", "Market Square", "Hillcrest", "Meadowbank", "Copper Lane", "Seagrass", "Tidewater", "Foundry Yard", "Hazel Court",
        "Long Reach", "Pine Grove", "Quayside", "Rosewood", "Sandpiper", "Three Rivers", "Upper Ford", "Vineyard", "Windmill", "Yarrow",
        "Ash Tree", "Bluebell", "Cedar Point", "Driftwood", "Eastfield", "Ferry Road", "Granary", "Heathland", "Ironbark", "Juniper",
    ];

    private static readonly Dictionary<string, string[]> Local = new()
    {
        ["AU"] = ["Banksia", "Wattle Grove", "Jacaranda", "Bottlebrush", "Salt Creek", "Paperbark", "Redgum"],
        ["NZ"] = ["Kōwhai", "Tōtara", "Pōhutukawa", "Rātā", "Mānuka", "Long Bay"],
        ["UK"] = ["Hawthorn", "Churchfield", "Ropewalk", "Weir House", "St Aldwyn", "Canal Side"],
        ["IE"] = ["Sláinte", "Cúl Dara", "Abbeyvale", "Gráinne's", "Claddagh Row"],
        ["CA"] = ["Érable", "Beauséjour", "Trillium", "Rivière", "Lakehead", "Spruce"],
        ["US"] = ["Prairie", "Cottonwood", "Dogwood", "Mesa", "Lakeshore", "Sycamore"],
    };

    private static readonly string[] Crafts =
    [
        "Physio", "Physiotherapy", "Osteopathy", "Chiropractic", "Podiatry", "Sports Clinic", "Rehab", "Hand Therapy", "Pilates & Physio", "Allied Health",
        "Speech Therapy", "Occupational Therapy", "Dietetics", "Psychology", "Exercise Physiology", "Pain Clinic",
    ];

    public static string Draw(Chance chance, Country country)
    {
        var place = chance.Happens(0.22) ? chance.Pick(Local[country.Code]) : chance.Pick(Anywhere);
        return $"{place} {chance.Pick(Crafts)}";
    }
}
