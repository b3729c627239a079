namespace Motics.Support.Data.Tests;

/// <summary>A folder that is deleted afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("motics-support-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
