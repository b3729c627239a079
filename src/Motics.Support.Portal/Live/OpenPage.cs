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

    /// <summary>Its circuit shows something, and ends it: until then the connection does.</summary>
    public bool IsShown { get; set; }

    /// <summary>Its connection was lost, and may come back unless somebody else wants the room.</summary>
    public bool IsLost { get; set; }

    /// <summary>Ends its circuit, which then disposes of this.</summary>
    public Action GiveUp { get; set; } = () => { };

    public void Dispose() => left(this);
}
