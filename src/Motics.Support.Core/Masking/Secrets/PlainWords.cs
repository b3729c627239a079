using System.Collections.Frozen;

namespace Motics.Support.Core.Masking.Secrets;

/// <summary>What is said of passwords, keys and PINs, and so is none.</summary>
internal static class PlainWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = string.Join(' ',
        "null none nil true false missing expired invalid required undefined empty blank unknown rejected revoked redacted hidden wrong incorrect correct right valid bad good weak strong short long old new same different optional mandatory necessary needed",
        "the a an and or but if when then that this these those it its he she they we you i my your our his her their me us them who which what whose where why how to too for from of on in at by as with without into onto up out off over under about after before again also already always never ever",
        "only just still yet now soon not no yes ok okay fine must may might can cannot can't could should shall will would won't does do did don't doesn't has have had is isn't was wasn't were are aren't be been being there here please try check enter use using used make sure see ask contact reset change click",
        "forgot forgotten stolen chosen broken taken written wrongly properly lost changed set saved stored kept sent given typed pasted found shown seen entered chosen field fields value values format policy length least most more less than minimum maximum character characters letters digits numbers symbols error failed failure fails failing mismatch match matches problem issue",
        "combination confirmation prompts expire something anything nothing comply alive active inactive",
        "protected encrypted hashed masked hint strength rule rules manager prompt dialog page screen box button link reminder recovery help support admin owner user users username name email account clinic cliniko nookal motics region site location login logout sign signin log authentication authorization authorisation authenticate access denied",
        "n/a tbd todo string text number boolean object array type bearer basic digest token key secret password passwords pin code cookie session header realm scope grant client api v1 v2 v3 via per both either neither all any some each every other another one two first second last next once twice today yesterday tomorrow",
        "falsch ungültig abgelaufen erforderlich fehlt leer nicht zu kein keine wird wurde muss vergessen ändern zurücksetzen richtig",
        "incorrecte invalide expiré expirée requis requise oublié oubliée manquant vide obligatoire trop pas doit incorrecta incorrecto inválida inválido caducada obligatoria requerida olvidada olvidaste vacía no debe demasiado",
        "errata errato sbagliata scaduta scaduto richiesta mancante vuota obbligatoria deve non onjuist verlopen verplicht vergeten ongeldig leeg niet moet ontbreekt neverniy неверный неверен istek",
        "test tests passes rates ratio count counts rate of/fail auth optionally instead never-expires case-sensitive asp.net default").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] Techniques = ["sha", "md5", "hmac", "utf", "base64", "http", "oauth", "aes", "rsa", "tls", "ssl", "bcrypt", "argon2", "v1", "v2", "v3"];

    public static bool Has(ReadOnlySpan<char> word) => Words.Contains(word) || (word.EndsWith("'t", StringComparison.OrdinalIgnoreCase) && word.Length < 8);

    /// <summary>Letters only, and ends as words end that say what happened: "rejected", "expiring", "unavailable".</summary>
    public static bool IsParticiple(ReadOnlySpan<char> word) =>
        !word.ContainsAnyExceptInRange('a', 'z') && (word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("ing", StringComparison.Ordinal) || word.EndsWith("able", StringComparison.Ordinal));

    /// <summary>A word of the trade with a figure in it: SHA-256, OAuth2.</summary>
    public static bool IsTechnical(ReadOnlySpan<char> word)
    {
        foreach (var technique in Techniques)
        {
            if (word.StartsWith(technique, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
