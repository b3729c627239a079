namespace Motics.Support.Core.Tests.Masking.Corpora;

/// <summary>Secrets in other labels, languages, layouts and prefixes, written without a look at the masks or the other corpora.</summary>
internal static class UnseenSecrets
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Alphanumeric = Letters + "0123456789";
    private const string Hex = "0123456789abcdef";

    /// <summary>Each kind with what makes one text of it and the values that must not stay.</summary>
    public static IReadOnlyList<Corpus> All { get; } =
    [
        Of("ini and env lines", r => Put(r, Key(r), ["[nookal]\napi_key = {0}\ntimeout = 30", "export NOOKAL_TOKEN={0}", "set CLINIKO_API_KEY={0}&& start sync", "CLINIKO_SECRET='{0}'", "apiKey={0}; region=au", "nookal.api.key={0}", "$env:EHR_KEY = \"{0}\"", "NookalApiKey -> {0}"])),
        Of("nested json", r => Put(r, Key(r), ["{{\"credentials\":{{\"consumerSecret\":\"{0}\"}}}}", "{{\"auth\":{{\"type\":\"apiKey\",\"apiKey\":\"{0}\"}}}}", "{{'integration': {{'token': '{0}', 'ehr': 'nookal'}}}}", "{{ \"refresh_token\" : \"{0}\" }}", "{{\"x-api-key\":[\"{0}\"]}}", "{{\"key\":\"api_secret\",\"value\":\"{0}\"}}"])),
        Of("escaped json", r => Put(r, Word(r), ["\"body\":\"{{\\\"password\\\":\\\"{0}\\\"}}\"", "{{\\\\\\\"pwd\\\\\\\":\\\\\\\"{0}\\\\\\\"}}", "password&quot;:&quot;{0}&quot;", "payload=user%3Danna%26password%3D{0}%26go%3D1", "{{\\u0022password\\u0022:\\u0022{0}\\u0022}}", "password&#61;{0}"])),
        Of("authorization headers", r => Put(r, Key(r), ["POST /v1/notes HTTP/1.1\r\nAuthorization: Basic {0}\r\nHost: api.au1.cliniko.com", "authorization=Bearer {0}", "headers: [('Authorization', 'Token {0}')]", "Authorization: ApiKey {0}", "proxy-authorization: basic {0}", "X-Auth-Token: {0}", "Ocp-Apim-Subscription-Key: {0}", "x-nookal-key: {0}", "X-Access-Token={0}"])),
        Of("user info in addresses", r => Put(r, Word(r), ["https://svc:{0}@sync.example.net/v1 refused", "postgres://motics:{0}@db.internal:5432/support", "redis://:{0}@cache:6379/0 timed out", "amqp://guest:{0}@mq/%2f", "curl -u anna:{0} https://api.example.net/ping", "ftp://clinic:{0}@files.example.org/in"])),
        Of("well known prefixes", r => PutWhole(r, Prefixed(r), ["401 for {0}", "token {0} has expired", "using {0}", "{0}", "retry with ({0})", "sent=<{0}>", "found {0} in the log, please rotate"])),
        Of("cloud connection strings", r => Put(r, Base64(r, 44), ["DefaultEndpointsProtocol=https;AccountName=motics;AccountKey={0}==;EndpointSuffix=core.windows.net", "Endpoint=sb://bus.example.net/;SharedAccessKeyName=Root;SharedAccessKey={0}=", "aws_secret_access_key = {0}", "AccountKey={0}==", "InstrumentationKey={0}"])),
        Of("database connection strings", r => Put(r, Word(r), ["Server=db1;Database=support;User Id=sa;Password={0};Encrypt=true", "Data Source=x;uid=motics;pwd={0}", "Host=db;Username=motics;Password=\"{0}\"", "jdbc:sqlserver://db;user=sa;password={0};", "Login failed (UID=sa;PWD={0};)"])),
        Of("query strings", r => Put(r, Key(r), ["GET /v2/patients?access_token={0}&page=2 gave 401", "/callback?code={0}&state=4", "https://x.blob.example.net/a?sv=2022&sig={0}", "?client_secret={0}", "/login?ticket={0}", "wss://live.example.net/ws?auth={0}", "/api?apikey={0}&region=au", "GET /v2/locations?api%5Fkey={0}"])),
        Of("spoken passwords", r => Put(r, Word(r), ["my password's {0}", "log in with {0} as the password", "the pass phrase is {0}", "user anna, password {0}", "she uses {0} for a password", "Password is still {0}, it did not change", "password - {0}", "try password: {0}.", "password(old): {0}", "I typed password={0}", "PASSWORD >> {0}", "username anna pw {0}", "password should be {0}", "changed the password to {0}", "password set to {0}"])),
        Of("passwords of no word", r => Put(r, Word(r) + "7x", ["login: anna / {0}", "the password we have is {0}", "pwd {0} did not work", "old password {0} new password unknown", "New password\t{0}", "Key\tValue\npassword\t{0}"])),
        Of("other languages", r => Put(r, Word(r), ["Passwort: {0}", "Kennwort lautet {0}", "mot de passe : {0}", "contraseña: {0}", "wachtwoord is {0}", "hasło: {0}", "lösenord: {0}", "senha: {0}", "salasana: {0}", "mật khẩu: {0}", "密码：{0}", "パスワード：{0}", "비밀번호: {0}", "пароль: {0}", "kupuhipa: {0}", "adgangskode: {0}", "heslo: {0}", "parola: {0}", "jelszó: {0}", "passord: {0}", "şifre: {0}", "κωδικός: {0}", "kata sandi: {0}", "pasahitza: {0}", "clave: {0}"])),
        Of("keys in other languages", r => Put(r, Key(r), ["chave de API: {0}", "clé API : {0}", "API-Schlüssel: {0}", "llave={0}", "API-sleutel: {0}", "klucz API: {0}", "ключ: {0}", "nyckel: {0}", "chiave API = {0}"])),
        Of("cookies", r => Put(r, Key(r, 8, 24), ["Cookie: sessionid={0}; theme=dark", "Set-Cookie: .AspNetCore.Cookies={0}; path=/; httponly", "PHPSESSID={0}", "Cookie: lang=en; csrftoken={0}", "set-cookie: JSESSIONID={0}; Secure", "cookie=[connect.sid=s%3A{0}]", "document.cookie = 'sid={0}'", "ASP.NET_SessionId={0}"])),
        Of("xml and html", r => Put(r, Word(r), ["<Password>{0}</Password>", "<login user=\"anna\" password=\"{0}\"/>", "<input type=\"password\" value=\"{0}\">", "<wsse:Password Type=\"text\">{0}</wsse:Password>"])),
        Of("keys in xml", r => Put(r, Key(r), ["<add key=\"ApiKey\" value=\"{0}\" />", "<api-key>{0}</api-key>", "<token><![CDATA[{0}]]></token>"])),
        Of("command lines", r => Put(r, Word(r), ["sync.exe --user anna --password {0} --all", "nookal-cli --api-key={0} pull", "Connect-Ehr -Password '{0}'", "ConvertTo-SecureString \"{0}\" -AsPlainText", "sqlcmd -S db -U sa -P {0}", "mysql -uroot -p{0} support", "export --secret \"{0}\"", "--token {0} --verbose", "sshpass -p {0} ssh host"])),
        Of("one-time codes", r => Put(r, Digits(r, 6), ["verification code is {0}", "OTP {0}", "2FA code: {0}", "your login code: {0}", "one-time code {0} was refused", "MFA={0}", "security code {0}", "PIN is {0}", "passcode: {0}", "Pin code - {0}", "authenticator code {0} rejected"])),
        Of("tables and forms", r => Put(r, Word(r), ["| password | {0} |", "Username: anna\nPassword: {0}", "user;anna;password;{0}", "Login\n  anna\nPassword\n  {0}", "password..........{0}", "• Password — {0}", "**Password:** `{0}`", "_password_: {0}", "username,password\nanna,{0}"])),
        Of("cliniko keys", r => PutWhole(r, Cliniko(r), ["key {0} refused", "\"{0}\"", "they pasted {0},thanks", "user={0}:", "key:{0}/", "K={0}|", "`{0}`", "Basic auth user {0} 401", "old {0} and it stopped", "({0})", "…{0}…", "https://api.au1.cliniko.com/v1/patients?u={0}"])),
        Of("cliniko keys broken up", r => Broken(r, Cliniko(r))),
        Of("nookal keys", r => PutWhole(r, Guid(r), ["Nookal key {0} not accepted", "api key: {0}", "key={0}", "nookal api_key {0}", "{{\"api_key\":\"{0}\"}}", "https://api.nookal.com/production/v2/getPatients?api_key={0}", "The key we entered was {0}", "key {0} invalid"])),
        Of("hexadecimal keys", r => PutWhole(r, From(r, Hex, r.Next(3) switch { 0 => 32, 1 => 40, _ => 64 }), ["token {0}", "secret: {0}", "api key {0} refused", "signature={0}", "apikey:{0}", "hmac key {0}", "Using key \"{0}\""])),
        Of("links that let in", r => Put(r, Key(r), ["https://app.motics.ai/reset?t={0}", "https://app.motics.ai/reset-password/{0}", "https://app.motics.ai/invite/{0}", "magic link https://app.motics.ai/magic/{0}", "https://hooks.slack.com/services/T01ABCD23/B04EFGH56/{0}", "https://app.motics.ai/verify-email?key={0}"])),
        Of("private keys", r => Put(r, Base64(r, 64), ["-----BEGIN PRIVATE KEY-----\n{0}\n-----END PRIVATE KEY-----", "-----BEGIN RSA PRIVATE KEY-----\\n{0}\\n-----END RSA PRIVATE KEY-----", "private_key: {0}", "ssh-rsa-key {0}"])),
        Of("signed tokens", r => PutWhole(r, Jwt(r), ["id_token={0}", "Bearer {0}", "token '{0}' expired", "{0}", "jwt:{0}", "assertion={0}&grant=1"])),
    ];

    private static Corpus Of(string kind, Func<Random, Sample> make) => new("unseen: " + kind, dice => make(new Random(dice.From(0, int.MaxValue - 1))));

    private static Sample Put(Random r, string value, string[] forms) => new(string.Format(System.Globalization.CultureInfo.InvariantCulture, forms[r.Next(forms.Length)], value), value);

    private static Sample PutWhole(Random r, string value, string[] forms) => Put(r, value, forms);

    private static Sample Broken(Random r, string key)
    {
        var at = key.Length / 2;
        var (left, right) = (key[..at], key[at..]);
        string[] joints = ["\n", "\u200b", "\u00ad", "%2D", "\u2060", "\r\n  ", "\ufeff"];
        return new($"key {left}{joints[r.Next(joints.Length)]}{right} refused", left, right);
    }

    private static string Key(Random r, int least = 20, int most = 40) => From(r, Alphanumeric, r.Next(least, most + 1));

    private static string Word(Random r)
    {
        string[] words = ["Sunny", "koala", "Tramway", "harbour", "Pepper", "wombat", "Lorikeet", "matilda", "Kererū", "pohutukawa", "Billabong", "clover", "Thistle", "ginger"];
        string[] ends = ["22", "!", "2024!", "#1", "77", "$$", "_9", "@home", "", "99x", ".7", "-4", "?1", "&Co1"];
        var word = words[r.Next(words.Length)] + ends[r.Next(ends.Length)];
        return r.Next(3) == 0 ? word + From(r, Letters, 3) : word.EndsWith('!') || word.EndsWith('.') ? word + "1" : word;
    }

    private static string Prefixed(Random r) => r.Next(18) switch
    {
        0 => "ghp_" + From(r, Alphanumeric, 36),
        1 => "github_pat_" + From(r, Alphanumeric, 22) + "_" + From(r, Alphanumeric, 59),
        2 => "glpat-" + From(r, Alphanumeric, 20),
        3 => "xoxb-" + Digits(r, 12) + "-" + Digits(r, 12) + "-" + From(r, Alphanumeric, 24),
        4 => "rk_live_" + From(r, Alphanumeric, 24),
        5 => "whsec_" + From(r, Alphanumeric, 32),
        6 => "SG." + From(r, Alphanumeric, 22) + "." + From(r, Alphanumeric, 43),
        7 => "SK" + From(r, Hex, 32),
        8 => "npm_" + From(r, Alphanumeric, 36),
        9 => "dop_v1_" + From(r, Hex, 64),
        10 => "ya29." + From(r, Alphanumeric, 60),
        11 => "GOCSPX-" + From(r, Alphanumeric, 28),
        12 => "ASIA" + From(r, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16),
        13 => "sk-proj-" + From(r, Alphanumeric, 48),
        14 => "pk_test_" + From(r, Alphanumeric, 24),
        15 => "hf_" + From(r, Letters, 34),
        16 => "EAAC" + From(r, Alphanumeric, 90),
        _ => "sk-ant-api03-" + From(r, Alphanumeric, 60),
    };

    private static string Cliniko(Random r) => Base64(r, 56).Replace('+', 'x').Replace('/', 'y') + "-" + new[] { "au1", "au2", "uk1", "us1", "ca1", "au4" }[r.Next(6)];

    private static string Guid(Random r)
    {
        var guid = $"{From(r, Hex, 8)}-{From(r, Hex, 4)}-4{From(r, Hex, 3)}-a{From(r, Hex, 3)}-{From(r, Hex, 12)}";
        return r.Next(2) == 0 ? guid.ToUpperInvariant() : guid;
    }

    private static string Jwt(Random r) => "eyJhbGciOiJIUzI1NiJ9." + "eyJ" + From(r, Alphanumeric, 60) + "." + From(r, Alphanumeric + "-_", 43);

    private static string Base64(Random r, int length) => From(r, Alphanumeric + "+/", length);

    private static string Digits(Random r, int length) => From(r, "0123456789", length);

    private static string From(Random r, string letters, int length) => string.Create(length, (r, letters), static (span, state) =>
    {
        foreach (ref var c in span) c = state.letters[state.r.Next(state.letters.Length)];
    });
}
