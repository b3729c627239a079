using Motics.Support.Data;
using Motics.Support.Portal.Api;

namespace Motics.Support.Portal.Configuration;

/// <summary>Reads the settings and collects every mistake, so that an operator mends them in one go.</summary>
public sealed class SettingsReader
{
    private const string DefaultDatabase = "Data Source=data/motics-support.db";
    private const int MostRequests = 1_000_000;

    private readonly IConfiguration _configuration;
    private readonly bool _isDevelopment;
    private readonly bool _servesPeople;
    private readonly List<ConfigurationMistake> _mistakes = [];

    private SettingsReader(IConfiguration configuration, bool isDevelopment, bool servesPeople) =>
        (_configuration, _isDevelopment, _servesPeople) = (configuration, isDevelopment, servesPeople);

    /// <summary>The settings, or what is wrong with them (then they are null).</summary>
    /// <param name="configuration">Where from.</param>
    /// <param name="isDevelopment">Demo data and demo sign-in are on unless told, and allowed at all.</param>
    /// <param name="servesPeople">False for the commands: they need no sign-in provider.</param>
    public static (PortalSettings? Settings, IReadOnlyList<ConfigurationMistake> Mistakes) Read(IConfiguration configuration, bool isDevelopment, bool servesPeople = true)
    {
        var reader = new SettingsReader(configuration, isDevelopment, servesPeople);
        var settings = reader.Read();
        return (reader._mistakes.Count == 0 ? settings : null, reader._mistakes);
    }

    private PortalSettings Read()
    {
        _mistakes.AddRange(KnownKeys.Check(_configuration));
        var settings = new PortalSettings
        {
            Database = Database(),
            DemoData = DevelopmentOnly("Demo:Enabled", "demo data"),
            DemoLive = Flag("Demo:Live", unlessTold: true),
            DemoSignIn = DevelopmentOnly("Authentication:Demo:Enabled", "demo sign-in"),
            Oidc = OidcReader.Read(_configuration.GetSection("Authentication:Oidc"), _isDevelopment, _mistakes),
            Seq = Seq(),
            RateLimit = RateLimit(),
            OpenPages = OpenPages(),
            Retention = RetentionReader.Read(_configuration, _mistakes),
            Audit = AuditReader.Read(_configuration, _mistakes),
            Playbook = _servesPeople ? PlaybookSetting.Read(_configuration, _mistakes) : null,
        };
        LogLevels.Check(_configuration, _mistakes);
        Addresses();
        if (_servesPeople && !_isDevelopment && !_configuration.GetSection("Authentication:Oidc").Exists())
        {
            Wrong("Authentication:Oidc:Authority", "is missing: outside Development people sign in with an OpenID Connect provider. Give its address, and Authentication:Oidc:ClientId.");
        }

        return settings;
    }

    private DatabaseOptions Database()
    {
        var name = _configuration["Database:Provider"] ?? "sqlite";
        var provider = name switch { "sqlite" => DatabaseProvider.Sqlite, "sqlserver" => DatabaseProvider.SqlServer, _ => (DatabaseProvider?)null };
        var connection = _configuration.GetConnectionString("Support");
        if (provider is null)
        {
            Wrong("Database:Provider", "must be sqlite or sqlserver.");
        }
        else if (ConnectionStringCheck.Problem(provider.Value, connection) is { } problem)
        {
            Wrong("ConnectionStrings:Support", problem);
        }

        return new DatabaseOptions(provider ?? DatabaseProvider.Sqlite, string.IsNullOrWhiteSpace(connection) ? DefaultDatabase : connection);
    }

    private bool DevelopmentOnly(string key, string what)
    {
        var value = Flag(key, unlessTold: _isDevelopment);
        if (value && !_isDevelopment)
        {
            Wrong(key, $"must be false or left out: there is {what} in the environment Development only.");
        }

        return value && _isDevelopment;
    }

    private bool Flag(string key, bool unlessTold)
    {
        var text = _configuration[key];
        if (string.IsNullOrWhiteSpace(text))
        {
            return unlessTold;
        }

        if (!bool.TryParse(text, out var value))
        {
            Wrong(key, "must be true or false.");
        }

        return value;
    }

    private SeqSettings? Seq()
    {
        var (url, key) = (_configuration["Seq:ServerUrl"], _configuration["Seq:ApiKey"]);
        if (string.IsNullOrWhiteSpace(url))
        {
            if (!string.IsNullOrWhiteSpace(key))
            {
                Wrong("Seq:ServerUrl", "is missing although Seq:ApiKey is set. Give the server's address, or leave both out.");
            }

            return null;
        }

        if (WebAddress.Parse(url) is { } address)
        {
            return new SeqSettings(address, string.IsNullOrWhiteSpace(key) ? null : key);
        }

        Wrong("Seq:ServerUrl", "must be an http or https address without user name and password, such as https://seq.example.org.");
        return null;
    }

    private RateLimitSettings RateLimit()
    {
        var perSecond = Number("RateLimit:RequestsPerSecond", 300);
        var burst = Number("RateLimit:Burst", 2 * perSecond);
        var least = RateLimits.Portion(perSecond);
        if (burst < least)
        {
            Wrong("RateLimit:Burst", $"must be {least} or more for {perSecond} requests a second: buckets are filled {RateLimits.StepsPerSecond} times a second, and one that holds less never gets that rate.");
        }

        return new RateLimitSettings(perSecond, burst);
    }

    private OpenPagesSettings OpenPages()
    {
        var person = Number("OpenPages:PerPerson", OpenPagesSettings.Default.PerPerson);
        var node = Number("OpenPages:PerNode", Math.Max(person, OpenPagesSettings.Default.PerNode));
        if (node < person)
        {
            Wrong("OpenPages:PerNode", $"must be {person} or more: one person may have as many.");
        }

        return new OpenPagesSettings(person, node);
    }

    private int Number(string key, int unlessTold)
    {
        var text = _configuration[key];
        if (string.IsNullOrWhiteSpace(text))
        {
            return unlessTold;
        }

        if (int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostRequests)
        {
            return number;
        }

        Wrong(key, $"must be a whole number from 1 to {MostRequests}.");
        return unlessTold;
    }

    private void Addresses()
    {
        foreach (var address in (_configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!WebAddress.CanListen(address))
            {
                Wrong("urls", "must be addresses to listen on, separated by semicolons, such as http://127.0.0.1:5080.");
                return;
            }
        }
    }

    private void Wrong(string key, string problem) => _mistakes.Add(new ConfigurationMistake(key, problem));
}
