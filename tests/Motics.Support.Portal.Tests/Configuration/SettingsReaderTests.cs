using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Motics.Support.Core.Triage;
using Motics.Support.Data;
using Motics.Support.Portal.Configuration;

namespace Motics.Support.Portal.Tests.Configuration;

public sealed class SettingsReaderTests
{
    private static readonly (string, string)[] Provider =
        [("Authentication:Oidc:Authority", "https://id.example.org"), ("Authentication:Oidc:ClientId", "motics-support")];

    [Fact]
    public void Nothing_InDevelopment_IsADemoOnSqlite()
    {
        var (settings, mistakes) = Read(isDevelopment: true);

        Assert.Empty(mistakes);
        Assert.True(settings!.DemoData && settings.DemoSignIn);
        Assert.Equal(new DatabaseOptions(DatabaseProvider.Sqlite, "Data Source=data/motics-support.db"), settings.Database);
        Assert.Equal(new RateLimitSettings(300, 600), settings.RateLimit);
    }

    [Fact]
    public void Production_NoProvider_IsRefused() =>
        Assert.Equal(["Authentication:Oidc:Authority"], Keys(Read(isDevelopment: false)));

    [Theory]
    [InlineData("Demo:Enabled")]
    [InlineData("Authentication:Demo:Enabled")]
    public void Production_AnyDemo_IsRefused(string key) =>
        Assert.Equal([key], Keys(Read(false, [.. Provider, (key, "true")])));

    [Fact]
    public void Production_WithProvider_HasNoDemo()
    {
        var (settings, mistakes) = Read(false, Provider);

        Assert.Empty(mistakes);
        Assert.False(settings!.DemoData || settings.DemoSignIn);
        Assert.Equal("agent", settings.Oidc!.Roles["agent"]);
    }

    [Fact]
    public void Commands_NeedNoProvider()
    {
        var (settings, mistakes) = SettingsReader.Read(new ConfigurationBuilder().Build(), isDevelopment: false, servesPeople: false);

        Assert.NotNull(settings);
        Assert.Empty(mistakes);
    }

    [Theory]
    [InlineData("Database:Provider", "oracle")]
    [InlineData("ConnectionStrings:Support", "nonsense")]
    [InlineData("Seq:ServerUrl", "seq.example.org")]
    [InlineData("Seq:ServerUrl", "https://user:word@seq.example.org")]
    [InlineData("Seq:Server", "https://seq.example.org")]
    [InlineData("Demo:Enabled", "maybe")]
    [InlineData("RateLimit:RequestsPerSecond", "0")]
    [InlineData("RateLimit:Burst", "many")]
    [InlineData("RateLimit:Burst", "29")]
    [InlineData("OpenPages:PerPerson", "0")]
    [InlineData("OpenPages:PerNode", "19")]
    [InlineData("OpenPages:PerTeam", "5")]
    [InlineData("Retention:RawEventDays", "29")]
    [InlineData("Retention:DraftDays", "0")]
    [InlineData("Retention:IntervalHours", "daily")]
    [InlineData("Retention:Days", "400")]
    [InlineData("Playbook:Path", "no-such-file.yaml")]
    [InlineData("Playbook:File", "x")]
    [InlineData("Logging:LogLevel:Default", "Loud")]
    [InlineData("urls", "nowhere")]
    [InlineData("Authentication:Oidc:RoleName", "x")]
    public void Value_NoGood_IsNamed(string key, string value) =>
        Assert.Contains(key, Keys(Read(true, [.. Provider, (key, value)])));

    [Fact]
    public void Mistakes_Several_AreAllNamedAtOnceAndNeverRepeatTheValue()
    {
        var (settings, mistakes) = Read(true, ("Database:Provider", "sqlserver"), ("Seq:ApiKey", "planted-value"), ("Authentication:Oidc:ClientSecret", "planted-value"), ("Demo:Enabled", "planted-value"));

        Assert.Null(settings);
        Assert.Equal(
            ["Authentication:Oidc:Authority", "Authentication:Oidc:ClientId", "ConnectionStrings:Support", "Demo:Enabled", "Seq:ServerUrl"],
            mistakes.Select(mistake => mistake.Key).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(mistakes, mistake => mistake.Problem.Contains("planted", StringComparison.Ordinal));
    }

    [Fact]
    public void Roles_Mapped_StandForTheProvidersValues()
    {
        var (settings, _) = Read(false, [.. Provider, ("Authentication:Oidc:Roles:lead", "support-leads, support-heads")]);

        Assert.Equal("lead", settings!.Oidc!.Roles["support-heads"]);
        Assert.False(settings.Oidc.Roles.ContainsKey("lead"));
    }

    [Fact]
    public void Roles_OneValueForTwo_IsRefused() =>
        Assert.Contains(Keys(Read(false, [.. Provider, ("Authentication:Oidc:Roles:lead", "staff"), ("Authentication:Oidc:Roles:agent", "staff")])), key => key.StartsWith("Authentication:Oidc:Roles:", StringComparison.Ordinal));

    [Fact]
    public void OpenPages_Told_AreKept_AndANodeHasRoomForOnePersonAtLeast()
    {
        Assert.Equal(new OpenPagesSettings(20, 500), Read(true).Item1!.OpenPages);
        Assert.Equal(new OpenPagesSettings(5, 50), Read(true, ("OpenPages:PerPerson", "5"), ("OpenPages:PerNode", "50")).Item1!.OpenPages);
        Assert.Equal(new OpenPagesSettings(600, 600), Read(true, ("OpenPages:PerPerson", "600")).Item1!.OpenPages);
    }

    [Fact]
    public void Retention_Told_IsKept()
    {
        Assert.Equal(new RetentionSettings(TimeSpan.FromDays(365), TimeSpan.FromDays(30), TimeSpan.FromHours(24)), Read(true).Item1!.Retention);
        Assert.Equal(
            new RetentionSettings(TimeSpan.FromDays(90), TimeSpan.FromDays(7), TimeSpan.FromHours(6)),
            Read(true, ("Retention:RawEventDays", "90"), ("Retention:DraftDays", "7"), ("Retention:IntervalHours", "6")).Item1!.Retention);
    }

    [Fact]
    public void Playbook_WithMistakes_IsRefusedWithEveryFileAndLine()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, PlaybookLoader.EmbeddedText());
            Assert.Equal(PlaybookLoader.Embedded.Version, Read(true, ("Playbook:Path", file)).Item1!.Playbook!.Version);

            File.WriteAllText(file, PlaybookLoader.EmbeddedText().Replace("keyReentered: ", "keyReentred: ", StringComparison.Ordinal));
            var (settings, mistakes) = Read(true, ("Playbook:Path", file), ("Demo:Enabled", "maybe"));

            Assert.Null(settings);
            Assert.Contains(mistakes, mistake => mistake.Key == "Demo:Enabled");
            var lines = mistakes.Where(mistake => mistake.Key == "Playbook:Path").ToList();
            Assert.True(lines.Count > 1);
            Assert.All(lines, line => Assert.Matches($"^{Regex.Escape(file)}:[0-9]+: ", line.Problem));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static (PortalSettings?, IReadOnlyList<ConfigurationMistake>) Read(bool isDevelopment, params (string Key, string Value)[] values) =>
        SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build(), isDevelopment);

    private static string[] Keys((PortalSettings?, IReadOnlyList<ConfigurationMistake> Mistakes) read) => [.. read.Mistakes.Select(mistake => mistake.Key)];
}
