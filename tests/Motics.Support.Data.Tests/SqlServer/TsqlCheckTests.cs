using Motics.Support.Data.Schema;

namespace Motics.Support.Data.Tests.SqlServer;

/// <summary>The check itself: statements that must fail, one for each reason, and some that look alike and must not.</summary>
public sealed class TsqlCheckTests
{
    private static readonly SchemaScript Tables = new("0001_tables.sql", """
        CREATE TABLE clinic (id nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT pk_clinic PRIMARY KEY, name nvarchar(10) COLLATE Latin1_General_100_BIN2 NULL);
        CREATE TABLE visit (id int NOT NULL CONSTRAINT pk_visit PRIMARY KEY, clinic_id nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL);
        ALTER TABLE visit ADD note nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL;
        ALTER TABLE clinic ALTER COLUMN name nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL;
        CREATE INDEX ix_visit_clinic ON visit (clinic_id) INCLUDE (note) WHERE note IS NOT NULL;
        CREATE TYPE visit_row AS TABLE (id int NOT NULL, clinic_id nvarchar(10) COLLATE Latin1_General_100_BIN2 NOT NULL);
        """);

    [Theory]
    [InlineData("SELECT nmae FROM clinic")]
    [InlineData("SELECT name FROM clinik")]
    [InlineData("SELECT id FROM clinic c JOIN visit v ON v.clinic_id = c.id")]
    [InlineData("UPDATE clinic SET nmae = @name WHERE id = @id")]
    [InlineData("INSERT INTO clinic (id, nmae) VALUES (@id, @name)")]
    [InlineData("EXEC no_such_procedure @id")]
    [InlineData("SELECT c.name FROM clinic c WHERE EXISTS (SELECT 1 FROM visit v WHERE v.clinik_id = c.id)")]
    [InlineData("SELECT r.clinik_id FROM @rows r")]
    [InlineData("SELECT clinik_id FROM @rows")]
    [InlineData("SELECT r.id FROM @unknown r")]
    public void Bind_NameThatIsNotThere_Fails(string sql) => Assert.NotEmpty(Problems(sql));

    [Theory]
    [InlineData("SELECT name FROM clinic ORDER BY id LIMIT @take", "parse")]
    [InlineData("INSERT INTO clinic (id) VALUES (@id) ON CONFLICT (id) DO NOTHING", "parse")]
    [InlineData("SELECT name || id FROM clinic", "parse")]
    [InlineData("SELECT name FROM clinic WHERE id = $id", "parse")]
    [InlineData("PRAGMA journal_mode = WAL", "parse")]
    [InlineData("SELECT name FROM clinic WHERE id IS NOT DISTINCT FROM @id", "parse")]
    [InlineData("SELECT IFNULL(name, '') FROM clinic", "IFNULL")]
    [InlineData("SELECT GREATEST(id, @least) FROM visit", "GREATEST")]
    [InlineData("SELECT value FROM STRING_SPLIT(@text, ' ', 1)", "STRING_SPLIT")]
    [InlineData("MERGE clinic AS c USING (SELECT @id AS id) AS s ON c.id = s.id WHEN NOT MATCHED THEN INSERT (id, name) VALUES (s.id, @name);", "MERGE")]
    [InlineData("CREATE TABLE a (id int NOT NULL, INDEX ix_a (id))", "CREATE INDEX")]
    [InlineData("CREATE TABLE a (id int NOT NULL INDEX ix_a)", "CREATE INDEX")]
    [InlineData("ALTER TABLE clinic ADD a int NULL, b int NULL", "one each")]
    [InlineData("WITH old AS (SELECT id FROM visit WHERE id < @id) DELETE FROM old", "common table expression")]
    [InlineData("WITH old AS (SELECT note FROM visit WHERE id < @id) UPDATE old SET note = NULL", "common table expression")]
    [InlineData("SELECT id FROM clinic WHERE CONTAINS(name, @word)", "full-text")]
    [InlineData("SELECT k.[KEY] FROM CONTAINSTABLE(clinic, name, @word) k", "full-text")]
    [InlineData("CREATE FULLTEXT INDEX ON clinic (name) KEY INDEX pk_clinic", "full-text")]
    [InlineData("CREATE FULLTEXT CATALOG words", "full-text")]
    [InlineData("SELECT id FROM clinic FOR SYSTEM_TIME AS OF @at", "temporal")]
    [InlineData("CREATE TABLE a (id int NOT NULL PRIMARY KEY, b datetime2 GENERATED ALWAYS AS ROW START NOT NULL, c datetime2 GENERATED ALWAYS AS ROW END NOT NULL, PERIOD FOR SYSTEM_TIME (b, c)) WITH (SYSTEM_VERSIONING = ON)", "temporal")]
    [InlineData("IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE name = 'ix_a') CREATE INDEX ix_a ON clinic (name)", "sys.indexes")]
    [InlineData("SELECT id FROM clinic ORDER BY name COLLATE Latin1_General_CI_AI", "collation Latin1_General_CI_AI")]
    [InlineData("CREATE TABLE a (id nvarchar(10) NOT NULL)", "collation of id")]
    [InlineData("CREATE TYPE a AS TABLE (id nvarchar(10) NOT NULL)", "collation of id")]
    public void Rules_EachThatIsBroken_IsNamed(string sql, string named) => Assert.Contains(Problems(sql), problem => problem.Contains(named, StringComparison.Ordinal));

    [Theory]
    [InlineData("SELECT name FROM clinic WHERE id IN @ids ORDER BY id OFFSET 0 ROWS FETCH NEXT @take ROWS ONLY")]
    [InlineData("WITH old AS (SELECT id FROM visit WHERE id < @id) DELETE FROM visit WHERE id IN (SELECT id FROM old)")]
    [InlineData("INSERT INTO visit (id, clinic_id) SELECT r.id, r.clinic_id FROM @rows r WHERE NOT EXISTS (SELECT 1 FROM visit WITH (UPDLOCK, HOLDLOCK) WHERE id = r.id)")]
    [InlineData("UPDATE v SET note = @note FROM visit v JOIN @rows r ON r.id = v.id")]
    [InlineData("DECLARE @found TABLE (id int NOT NULL); INSERT INTO @found (id) SELECT id FROM visit; SELECT id FROM @found")]
    [InlineData("SELECT COUNT_BIG(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = @name")]
    [InlineData("EXEC sp_getapplock @Resource = N'a', @LockMode = N'Exclusive'")]
    [InlineData("SELECT is_read_committed_snapshot_on FROM sys.databases WHERE name = DB_NAME()")]
    public void Bind_GoodStatement_HasNoProblem(string sql) => Assert.Empty(Problems(sql));

    [Theory]
    [InlineData(null)]
    [InlineData("no_such_type")]
    public void Bind_RowsOfNoTableType_Fails(string? rowType) =>
        Assert.NotEmpty(new TsqlBinding(TsqlSchema.Of(Tables)).Problems(new TsqlStatement("statement", "SELECT r.id FROM @rows r", rowType)));

    [Fact]
    public void Bind_OneThatDoesNotParse_SpoilsNoOther()
    {
        var problems = new TsqlBinding(TsqlSchema.Of(Tables)).Problems(new("broken", "SELEC 1"), new("broken", "SELECT 1 FROM"), new("good", "SELECT id FROM clinic"), new("bad", "SELECT x FROM clinic"));
        Assert.Equal(["bad", "broken"], problems.Select(problem => problem.Split(' ')[0]).Distinct().Order());
    }

    [Fact]
    public void Unchecked_TextThatNoStatementHolds_IsNamed()
    {
        SqlLiteral[] literals =
        [
            new("Store.Select", "SELECT id FROM clinic", true), new("Store.Filter", " AND id IN @ids", false),
            new("Store.Forgotten", "SELECT name FROM clinic", true), new("Store.Piece", " AND name = @name", false),
        ];
        var found = ProgramStatements.Unchecked([new("sent", "SELECT id  FROM clinic\n WHERE 1 = 1 AND id IN (@ids1,@ids2)")], literals);
        Assert.Equal(["Store.Forgotten", "Store.Piece"], found.Select(line => line.Split(':')[0]));
    }

    [Fact]
    public void Literals_PiecesInsideOfMethods_AreFound()
    {
        var found = SqlLiterals.Of(typeof(TsqlCheckTests).Assembly).Where(literal => literal.Owner.StartsWith(nameof(TsqlCheckTests), StringComparison.Ordinal)).ToList();
        Assert.Contains(found, literal => literal.Text == " AND only = @here" && !literal.IsField);
        Assert.Contains(found, literal => literal.Text == "SELECT whole FROM field" && literal.IsField);
        Assert.NotEmpty(Composed("x") + Whole);
    }

    private const string Whole = "SELECT whole FROM field";

    private static string Composed(string column) => $"{column} AND only = @here";

    private static IReadOnlyList<string> Problems(string sql) => new TsqlBinding(TsqlSchema.Of(Tables)).Problems(new TsqlStatement("statement", sql, "visit_row"));
}
