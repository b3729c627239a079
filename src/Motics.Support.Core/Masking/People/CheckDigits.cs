namespace Motics.Support.Core.Masking.People;

/// <summary>Check digits of numbers that belong to people.</summary>
internal static class CheckDigits
{
    /// <summary>Medicare (Services Australia): eight digits weighted 1, 3, 7, 9, their sum's last digit is the ninth; the first is 2 to 6.</summary>
    public static bool IsMedicare(ReadOnlySpan<char> digits)
    {
        if (digits.Length is < 10 or > 12 || digits[0] is < '2' or > '6' || digits[9] == '0')
            return false;
        var sum = 0;
        for (var index = 0; index < 8; index++)
            sum += (digits[index] - '0') * (index % 4) switch { 0 => 1, 1 => 3, 2 => 7, _ => 9 };
        return sum % 10 == digits[8] - '0';
    }

    /// <summary>NHS (data dictionary): nine digits weighted 10 to 2, modulo 11; no number is issued whose check digit would be 10.</summary>
    public static bool IsNhs(ReadOnlySpan<char> digits)
    {
        if (digits.Length != 10 || digits[0] is < '3' or > '7')
            return false;
        var sum = 0;
        for (var index = 0; index < 9; index++)
            sum += (digits[index] - '0') * (10 - index);
        var check = (11 - (sum % 11)) % 11;
        return check != 10 && check == digits[9] - '0';
    }

    /// <summary>A payment card: beginning and length of an issuer, and Luhn's check digit.</summary>
    public static bool IsCard(ReadOnlySpan<char> digits) => IsIssuer(digits) && IsLuhn(digits);

    public static bool IsLuhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var index = 0; index < digits.Length; index++)
        {
            var digit = digits[digits.Length - 1 - index] - '0';
            digit = index % 2 == 1 ? digit * 2 : digit;
            sum += digit > 9 ? digit - 9 : digit;
        }
        return sum % 10 == 0;
    }

    private static bool IsIssuer(ReadOnlySpan<char> digits)
    {
        var beginning = ((digits[0] - '0') * 1000) + ((digits[1] - '0') * 100) + ((digits[2] - '0') * 10) + digits[3] - '0';
        return beginning switch
        {
            >= 4000 and < 5000 => digits.Length is 13 or 16 or 19,
            (>= 5100 and < 5600) or (>= 2221 and <= 2720) => digits.Length == 16,
            (>= 3400 and < 3500) or (>= 3700 and < 3800) => digits.Length == 15,
            (>= 3000 and < 3060) or (>= 3600 and < 3700) or (>= 3800 and < 4000) => digits.Length == 14,
            6011 or (>= 6440 and < 6600) or (>= 3528 and < 3590) => digits.Length is >= 16 and <= 19,
            (>= 6200 and < 6300) or (>= 5600 and < 5900) or 5018 or 5020 or 5038 => digits.Length is >= 16 and <= 19,
            _ => false,
        };
    }
}
