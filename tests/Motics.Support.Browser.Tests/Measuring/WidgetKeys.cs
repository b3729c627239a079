using Microsoft.Playwright;

namespace Motics.Support.Browser.Tests.Measuring;

/// <summary>What a widget must do for who has no mouse: keys, and what is true after them.</summary>
/// <param name="Does">What it does, in a word.</param>
/// <param name="Keys">Pressed one after the other; text that is no name of a key is typed.</param>
/// <param name="Then">True in the page when it did.</param>
internal sealed record WidgetKey(string Does, string[] Keys, string Then)
{
    private const string Popover = "(() => { const o = [...document.querySelectorAll('.mud-popover-open, #list details[open] .who-menu, .search-list')].find(e => e.getBoundingClientRect().height > 8); return o; })()";

    /// <summary>What is checked of each part; ours and MudBlazor's must do the same.</summary>
    public static IReadOnlyList<WidgetKey> Of(string part, string by) => (part, by) switch
    {
        ("tooltip", "ours") => [new("shows on focus", [], "!document.querySelector('#tip').hidden"), new("is read", [], "document.activeElement.getAttribute('aria-describedby') === 'tip'"), new("Escape hides", ["Escape"], "document.querySelector('#tip').hidden")],
        ("tooltip", _) => [new("shows on focus", [], "!!document.querySelector('.mud-tooltip.mud-popover-open')"), new("is read", [], "!!document.activeElement.closest('[aria-describedby]')"), new("Escape hides", ["Escape"], "!document.querySelector('.mud-tooltip.mud-popover-open')")],
        ("select", "ours") => [new("arrows choose", ["ArrowDown"], "document.activeElement.value === 'au2'"), new("letters choose", ["u"], "document.activeElement.value.startsWith('u')")],
        ("select", _) => [new("opens", ["Enter"], "!!" + Popover), new("arrows choose", ["ArrowDown", "ArrowDown", "Enter"], "[...document.querySelectorAll('#list .piece')][0].textContent.includes('au') || document.querySelector('#list input').value.startsWith('au')"), new("letters choose", ["u"], "document.querySelector('#list input').value.startsWith('u') || [...document.querySelectorAll('#list .piece')][0].querySelector('.mud-select-input')?.textContent.startsWith('u')"), new("Escape closes", ["Enter", "Escape"], "!" + Popover)],
        ("date", "ours") => [new("typed", ["11242026", "Tab", "0915AM"], "document.activeElement.value === '2026-11-24T09:15'")],
        ("date", _) => [new("opens", ["Enter"], "!!" + Popover), new("Escape closes", ["Escape"], "!" + Popover), new("typed", ["11/24/2026", "Tab"], "document.querySelector('#list input').value.includes('24')")],
        ("check", _) => [new("Space ticks", ["Space"], "document.querySelector('#list input[type=checkbox]').checked")],
        ("radio", _) => [new("Space chooses", ["Space"], "document.querySelectorAll('#list .piece')[0].querySelectorAll('input')[0].checked"), new("arrows choose", ["ArrowDown"], "document.querySelectorAll('#list .piece')[0].querySelectorAll('input')[1].checked")],
        ("details", "ours") => [new("Enter opens", ["Enter"], "document.querySelector('#list details').open")],
        ("details", _) => [new("Enter opens", ["Enter"], "!!document.querySelector('#list .mud-panel-expanded')"), new("says so", [], "document.activeElement.getAttribute('aria-expanded') === 'true'")],
        ("menu", _) => [new("Enter opens", ["Enter"], "!!" + Popover), new("first item by key", [by == "ours" ? "Tab" : "ArrowDown"], "document.activeElement.textContent.trim() === 'Reassign'"), new("Escape closes", ["Escape"], "!" + Popover), new("focus comes back", [], "document.activeElement.textContent.includes('More')")],
        ("combobox", _) => [new("opens as typed", ["a"], "!!" + Popover), new("arrows name a choice", ["ArrowDown"], "!!document.activeElement.getAttribute('aria-activedescendant')"), new("Escape closes", ["Escape"], "!" + Popover)],
        _ => [],
    };

    /// <summary>Focuses the first of the list and tries everything in order; what did not happen is marked.</summary>
    public static async Task<string> TryAsync(IPage page, string part, string by)
    {
        await page.EvaluateAsync("() => document.querySelector('#draw').focus()");
        await page.Keyboard.PressAsync("Tab");
        await page.WaitForTimeoutAsync(600);
        var told = new List<string> { await page.EvaluateAsync<bool>("() => !!document.activeElement.closest('#list')") ? "Tab reaches" : "Tab does NOT reach" };
        foreach (var key in Of(part, by))
        {
            foreach (var press in key.Keys)
                await (press is "Enter" or "Escape" or "Tab" or "Space" || press.StartsWith("Arrow", StringComparison.Ordinal) ? page.Keyboard.PressAsync(press) : page.Keyboard.TypeAsync(press, new() { Delay = 40 }));
            told.Add($"{key.Does} {(await HoldsAsync(page, key.Then) ? "yes" : "NO")}");
        }
        return string.Join(", ", told);
    }

    /// <summary>Opens what opens and says where it lies in the window.</summary>
    public static async Task<string> OpenedAsync(IPage page, string part, string by)
    {
        if (part is not ("select" or "date" or "menu" or "combobox") || (part, by) is ("select" or "date", "ours"))
            return "";
        await page.EvaluateAsync("() => document.querySelector('#draw').focus()");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync(part == "combobox" ? "a" : "Enter");
        await HoldsAsync(page, "!!" + Popover);
        await page.WaitForTimeoutAsync(500);
        return await page.EvaluateAsync<string>("() => { const o = " + Popover + "; if (!o) return ', nothing opened'; const b = o.getBoundingClientRect(); return `, opened ${b.left >= 0 && b.right <= innerWidth && b.top >= 0 && b.bottom <= innerHeight ? 'inside' : 'OUTSIDE'} (${Math.round(b.left)}–${Math.round(b.right)} × ${Math.round(b.top)}–${Math.round(b.bottom)})`; }");
    }

    private static async Task<bool> HoldsAsync(IPage page, string then)
    {
        try
        {
            await page.WaitForFunctionAsync($"() => {then}", null, new() { Timeout = 1500 });
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
