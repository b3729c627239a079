using Microsoft.AspNetCore.Components;

namespace Motics.Support.Portal.Components;

/// <summary>Events that the script modules raise: <c>copied</c> on a copy button once the words are in the clipboard.</summary>
[EventHandler("oncopied", typeof(EventArgs), enableStopPropagation: true, enablePreventDefault: false)]
public static class EventHandlers;
