namespace Motics.Support.Portal.Live;

/// <summary>One open page of somebody. Disposed when its circuit ends.</summary>
public sealed class OpenPage(string personId, string path, DateTimeOffset openedAt, Action<OpenPage> left) : IDisposable
{
    public string PersonId => personId;

    public DateTimeOffset OpenedAt => openedAt;

    /// <summary>Where it was opened, without the query.</summary>
    public string Path => path;

    /// <summary>As the browser's tab says it; null until the page has said so.</summary>
    public string? Title { get; set; }

    /// <summary>Its connection was lost, and may come back.</summary>
    public bool IsLost { get; set; }

    public void Dispose() => left(this);
}
