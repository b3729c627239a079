using static Motics.Support.Core.Tests.Masking.Corpora.Vocabulary;

namespace Motics.Support.Core.Tests.Masking.Corpora;

/// <summary>Passwords in every way in which people and programs say one.</summary>
internal static class PasswordCorpora
{
    private static readonly string[] Plain = ["dragonfly", "marmalade", "sunshine", "wallaby", "teapot", "football", "kookaburra", "letmein", "moonlight", "chocolate"];

    public static readonly Corpus[] All =
    [
        Said("password is", dice => dice.Of("password is ", "Password is: ", "my password is ", "the password is \"", "our password's ", "password = ")),
        Said("password was", dice => dice.Of("password was ", "the password was: ", "my old password was ", "passwords were ", "password used to be ")),
        Said("password:", dice => dice.Of("password: ", "Password:", "PASSWORD : ", "Password：", "password:  ", "password:\t")),
        Said("pass:", dice => dice.Of("pass: ", "Pass:", "user: jane pass: ", "pass=", "pass - ", "login jane, pass: ")),
        Said("pw:", dice => dice.Of("pw: ", "PW:", "pw=", "pw is ", "pwd: ", "p/w: ", "pwd - ", "psw: ")),
        new("password, PIN:", dice => Put(dice, dice.Of("PIN: ", "pin: ", "PIN is ", "Pin code: ", "PIN=", "PIN ", "pin number ", "PIN was "), dice.Digits(dice.From(4, 6)))),
        Said("line break", dice => dice.Of("password\n", "Password:\n", "password\r\n", "Username\njane\nPassword\n", "Password is\n", "pw:\n\n", "Pass\n")),
        Said("brackets", dice => dice.Of("password (", "password [", "password {", "Password <", "password «", "(password: ", "login (password: ", "pw (", "password (\"")),
        Said("arrow", dice => dice.Of("password -> ", "password => ", "password → ", "password ➜ ", "Password --> ", "pass ==> ", "password ⇒ ", "password >> ", "password := ", "password | ", "password – ")),
        Said("other languages", dice => dice.Of("Passwort: ", "Passwort ist ", "Kennwort: ", "Kennwort lautet ", "mot de passe : ", "mot de passe est ", "le mdp: ", "contraseña: ", "la contraseña es ", "clave: ", "Contrasena: ", "wachtwoord: ", "wachtwoord is ", "parola d'ordine: ",
            "la password è ", "密码: ", "密码：", "密码是", "密碼：", "口令：", "senha: ", "пароль: ", "パスワード：", "비밀번호: ", "Das Passwort war ", "lösenord: ", "hasło: ", "adgangskode: ")),
        Said("JSON and code", dice => dice.Of("{\"password\":\"", "{\"userPassword\": \"", "password='", "'password' => '", "new_password=", "\"pass_word\":\"", "old-password: ", "\"passwordConfirmation\":\"", "PASSWORD=", "passwordValue=", "Password=", "--password ", "--password=", "<password>", "\"pwd\":\"", "db_pass=", "userPass: ")),
        Said("in quotes", dice => dice.Of("password \"", "password '", "password: “", "password is ‘", "Passwort „", "password `", "password is: \"", "password *")),
        Said("far label", dice => dice.Of("password for the account is ", "password for jane: ", "Password of the Nookal user = ", "password we use is ", "password that they gave us is ", "password (new): ", "password set to ", "password changed to ", "password has been reset to ", "password I used was ", "temporary password for Cliniko is "), wordy: false),
        Said("no sign between", dice => dice.Of("password ", "pw ", "with password ", "using password ", "pass ", "passcode ", "passwd "), wordy: false),
        new("password, said after", dice => Strong(dice) is var word ? Put(dice, "", word, dice.Of(" is my password", " is the password", " as password", " as the password", " is our Cliniko password", " (password)", " was the old password")) : null!),
        new("password, passphrase", dice => $"{dice.Of(Plain)} {dice.Of(Plain)} {dice.Of(Plain)} {dice.Digits(1)}" is var phrase ? Put(dice, dice.Of("password: \"", "passphrase is '", "passphrase = \"", "\"password\":\""), phrase, close: null) : null!),
        new("password, with signs in it", dice => dice.Chars(Dice.Small, 3) + dice.Of(",", ";", "&", ")", "]", "|", "'", "<", "(", "#", "%") + dice.Chars(Dice.Mixed, 5) is var word ? new Sample(dice.Of(Before) + dice.Of("password: ", "password=", "pw: ", "password is ") + word + dice.Of("", " thanks", "\n"), word[4..]) : null!),
        new("password, beside a user", dice => Strong(dice) is var word ? Put(dice, dice.Of("credentials: jane / ", "login: jane / ", "user/pass: jane/", "login jane:", "credentials jane:", "username jane, password ", "u: jane p: "), word) : null!),
    ];

    private static Corpus Said(string how, Func<Dice, string> label, bool wordy = true) =>
        new($"password, {how}", dice => Put(dice, label(dice), wordy && dice.Once(4) ? dice.Of(Plain) : Strong(dice)));

    private static string Strong(Dice dice) => dice.From(0, 5) switch
    {
        0 => dice.Of(Plain) + dice.Digits(dice.From(1, 4)),
        1 => char.ToUpperInvariant(dice.Of(Plain)[0]) + dice.Of(Plain)[1..] + dice.Digits(2) + dice.Of("!", "", "#"),
        2 => dice.Chars(Dice.Mixed, dice.From(7, 14)) + "4",
        3 => dice.Of(Plain) + dice.Of("!", "$", "_", "-") + dice.Digits(3),
        4 => dice.Chars(Dice.Small, 4) + dice.Digits(4),
        _ => "P@ss" + dice.Of("w0rd", "w0rd1", "word") + dice.Digits(1),
    };

    private static Sample Put(Dice dice, string label, string word, string after = "", string? close = null)
    {
        close ??= label.Length == 0 ? "" : label[^1] switch { '"' => "\"", '\'' => "'", '(' => ")", '[' => "]", '{' => "}", '«' => "»", '“' => "”", '‘' => "’", '„' => "“", '`' => "`", '*' => "*", '<' => ">", '>' => label.EndsWith("<password>", StringComparison.Ordinal) ? "</password>" : "", _ => "" };
        return new Sample(dice.Of(Before) + label + word + close + after + dice.Of(After), word);
    }
}
