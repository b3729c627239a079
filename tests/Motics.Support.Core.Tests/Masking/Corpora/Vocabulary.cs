namespace Motics.Support.Core.Tests.Masking.Corpora;

/// <summary>Words that the corpora are made of.</summary>
internal static class Vocabulary
{
    public static readonly string[] Given =
    [
        "Jane", "Oliver", "Charlotte", "Liam", "Aroha", "Ngaire", "Priya", "Wei", "Mohammed", "Siobhan", "Zoë", "José", "Björn", "Ana-Maria", "Kwame", "Yuki", "Margaret", "Darren", "Chloe", "Ethel",
        "Tāne", "Guillaume", "Agnieszka", "Rupert", "Shanelle", "Hamish", "Beatrix", "Nikhil", "Fatima", "Trevor",
    ];

    public static readonly string[] Family =
    [
        "Doe", "Smith", "O'Brien", "Nguyen", "Papadopoulos", "van der Berg", "McAllister", "Patel", "Te Rangi", "García", "Müller", "Fitzgerald-Jones", "Kowalski", "Singh", "Okonkwo", "Hughes",
        "Tanaka", "Lindqvist", "Dubois", "Abernathy", "Whitlock", "Castellano", "Zhang", "Featherstonehaugh", "Rossi", "Karimi", "Thistlethwaite", "Bauer", "Morales", "Underhill",
    ];

    public static readonly string[] Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static readonly string[] Before =
    [
        "", "", "Authentication failed. ", "Nookal says: ", "401 Unauthorized ", "Cliniko returned 422: ", "The clinic wrote ", "[ERR] ", "Request failed; body ", "hi, ", "2026-11-20T10:11:12Z WARN ",
        "System.Exception: ", "Sync error (patient-search): ", "Note push failed, ", "Unprocessable: ",
    ];

    public static readonly string[] After = ["", "", "", ".", " please help", " and it still fails", " (attempt 3)", "\nthanks", "; retrying", " - status 401", ", any idea?", " on uk1"];
}
